"""Issue forms: what they ask, and what becomes of one that somebody filled in.

Whoever can open an issue can write anything into it. So a form is read by the questions it was made of, every answer is
held against its question, and what people typed appears in comments only where nothing in it can act.
"""

from claimbook.intake.delivery import DeliveryError, deliver
from claimbook.intake.forms import Field, Form, forms
from claimbook.intake.issue import EventError, Issue, read_event
from claimbook.intake.labels import LABELS, Kind, Label
from claimbook.intake.outcome import Outcome
from claimbook.intake.printed import config_text, form_text, labels_text
from claimbook.intake.taking import take_in

__all__ = [
    "LABELS",
    "DeliveryError",
    "EventError",
    "Field",
    "Form",
    "Issue",
    "Kind",
    "Label",
    "Outcome",
    "config_text",
    "deliver",
    "form_text",
    "forms",
    "labels_text",
    "read_event",
    "take_in",
]
