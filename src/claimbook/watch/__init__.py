"""Asks the world outside: the only package that opens a socket. A build never needs it.

`Web` fetches politely and within bounds; `look_up` turns an identifier into a `Work`: what registries know of a
publication. Whatever comes from outside is cleaned here once, so that nobody else need distrust it.
"""

from claimbook.watch.finding import LookUp, Sources, look_up
from claimbook.watch.identifiers import Identifier, Kind, UnknownIdentifierError, identify
from claimbook.watch.web import Manners, NotFoundError, UnreachableError, Web
from claimbook.watch.works import Notice, Work, plain

__all__ = [
    "Identifier",
    "Kind",
    "LookUp",
    "Manners",
    "NotFoundError",
    "Notice",
    "Sources",
    "UnknownIdentifierError",
    "UnreachableError",
    "Web",
    "Work",
    "identify",
    "look_up",
    "plain",
]
