"""Everything that was read, in one typed and frozen place."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model.articles import Article
from claimbook.model.book import Book
from claimbook.model.claims import Claim
from claimbook.model.sources import Person, Reference, Search, Standing, StandingList, Study


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that was read, by id or key. What people wrote, and nothing computed."""

    book: Book
    claims: Mapping[str, Claim]
    category_of: Mapping[str, str]
    """Category of each claim, which is the folder its file lies in."""
    references: Mapping[str, Reference]
    studies: Mapping[str, Study]
    articles: Mapping[str, Article]
    searches: Mapping[str, Search]
    people: Mapping[str, Person]
    standing: Mapping[str, Standing]
    standing_list: StandingList | None
