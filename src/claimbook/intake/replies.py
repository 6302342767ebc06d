"""Comments on forms that a person has to take up: which record is meant, who rated it, what happens now."""

from collections.abc import Mapping

from claimbook.intake.forms import Form
from claimbook.intake.labels import WAITING
from claimbook.intake.outcome import Outcome
from claimbook.intake.places import bullet, claims_named, record_named
from claimbook.intake.words import listed
from claimbook.model import Catalogue, Claim
from claimbook.printing.comparison_markdown import said


def unfit(number: int, lines: tuple[str, ...]) -> Outcome:
    """Say what has to be mended in a form."""
    comment = (
        "Thank you. This cannot be taken in as it is:\n\n"
        f"{listed(f'- {line}' for line in lines)}\n\n"
        "Please edit the first message of this issue and leave its headings as they are; it is read again as soon as "
        "you save it. If you are stuck, say so here, and somebody will help.\n"
    )
    return Outcome(number, comment, add=(WAITING,))


def question(number: int, form: Form, given: Mapping[str, str], catalogue: Catalogue) -> Outcome:
    """Answer somebody who doubts a rating: what it rests on now, and what is done about it."""
    found = claims_named(given["claim"], catalogue)
    if not found:
        lines = ("Claim: the book has none by this name; copy the address of its page from your browser",)
        return unfit(number, lines)
    claim = catalogue.claims[found[0]]
    words = {one.id: one.options for one in form.fields}
    judged = [words[name][given[name]] for name in ("verdict", "certainty") if name in given]
    about = [
        bullet(claim.id, catalogue),
        *_rated(claim, catalogue),
        f"- You doubt: {words['step'][given['step']].lower()}",
        *([f"- You would say: {', '.join(judged).lower()}"] if judged else []),
    ]
    comment = "\n".join(["Thank you for looking so closely. This is about:", "", *about, "", _NEXT.format(claim.id)])
    return Outcome(number, comment, remove=(WAITING,))


_NEXT = """What happens now:

1. Somebody who rates for this book reads what you name, and goes through the rating step by step:
   `python build_claims.py explain {}`.
2. If a step does not hold, a pull request changes the record, and its history says why. If it holds, the reason is
   given here. Either way this issue gets an answer before it is closed.
3. Anybody may propose the change: a pull request that adds the finding you have in mind, with the page or table where
   it stands, is the shortest way. It shows how the suggested rating moves.
"""


def _rated(claim: Claim, catalogue: Catalogue) -> list[str]:
    if claim.rating is None:
        return ["- Rating: not yet; it is a draft"]
    names = ", ".join(said(catalogue.people[one].name) for one in claim.rating.by if one in catalogue.people)
    rating = claim.rating
    badge = f"{rating.verdict.label.lower()}, {rating.certainty.label.lower()}"
    lines = [f"- Rating: {badge}; confirmed on {rating.date} by {names}"]
    second = claim.review.second
    if second:
        lines.append(
            f"- Rated a second time, compared on {second.date}: {'the two agreed' if second.agreed else _differed}"
        )
    return lines


_differed = "the two differed, and the record says how that was resolved"


def problem(number: int, given: Mapping[str, str], catalogue: Catalogue) -> Outcome:
    """Answer somebody who reports a problem: which file to look at."""
    file = record_named(given["record"], catalogue)
    where = (
        f"The page is made from `{file}`."
        if file
        else "No single record is named; somebody will find out which page or template is meant."
    )
    book = catalogue.book
    edit = f" It can be edited at {book.repository.rstrip('/')}/edit/{book.branch}/{file}" if file else ""
    comment = (
        f"Thank you for telling us. {where}{edit}\n\n"
        "Somebody looks at it and answers here. A mistake that changed what readers were told is entered as a "
        "correction in the history of the record, where everybody can see it.\n"
    )
    return Outcome(number, comment, remove=(WAITING,))
