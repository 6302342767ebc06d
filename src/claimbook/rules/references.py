"""Rules about library entries: readers can find the paper, and each paper stands there once."""

import re
from collections.abc import Iterator

from claimbook.findings import Level
from claimbook.model import Reference
from claimbook.rules.base import Problem, rule
from claimbook.rules.context import Context

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@rule(Level.ERROR, "library")
def no_identifier(_context: Context, entry: Reference) -> Iterator[Problem]:
    """Every entry has a DOI, a PubMed number or an address.

    Readers should reach the paper with one click. Add `doi`, `pmid`, `pmcid` or, where there is none, `url`.

    Bad:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
        }

    Good:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }
    """
    if not (entry.doi or entry.pmid or entry.pmcid or entry.url):
        yield Problem((), f"{entry.key} has no identifier", "add doi, pmid, pmcid or url")


@rule(Level.ERROR, "library")
def malformed_identifier(_context: Context, entry: Reference) -> Iterator[Problem]:
    """Identifiers have the form that their registries give them.

    A mistyped one leads nowhere. Write a DOI from 10. on without an address before it, a PMID as digits only, a PMCID
    as PMC and digits.

    Bad:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {https://doi.org/10.1000/zed},
        }

    Good:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }
    """
    for field, value, form, hint in (
        ("doi", entry.doi, _DOI, "write it from 10. on, such as 10.1000/182"),
        ("pmid", entry.pmid, _PMID, "write one to eight digits and nothing else"),
        ("pmcid", entry.pmcid, _PMCID, "write PMC and digits, such as PMC5729569"),
    ):
        if value and not form.fullmatch(value):
            inside = form.search(value)
            literal = f"write {inside[0]}" if inside else hint
            yield Problem((field,), f'"{value}" is no {field.upper()}', literal)


@rule(Level.ERROR, "library")
def duplicate_identifier(context: Context, entry: Reference) -> Iterator[Problem]:
    """A paper stands in the library once.

    Two entries with one DOI or PMID are one paper, whose people would be counted twice. Take one of them out, and use
    the key of the other.

    Bad:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/ABE},
        }

    Good:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }
    """
    for field, value in (("doi", entry.doi.lower()), ("pmid", entry.pmid)):
        first = context.first_with.get((field, value), entry.key)
        if first != entry.key:
            hint = "take one of them out, and use the key of the other in studies and claims"
            yield Problem((field,), f"{first} has the same {field.upper()}", hint)


@rule(Level.ERROR, "library")
def title_in_capitals(_context: Context, entry: Reference) -> Iterator[Problem]:
    """Titles are not written in capitals.

    They are hard to read, and screen readers may spell them out. Write the title as a sentence, with capitals for
    names only.

    Bad:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A TRIAL OF SOMETHING},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }

    Good:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial of something},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }
    """
    if entry.title.isupper() and " " in entry.title.strip():
        yield Problem(("title",), "the title is in capitals", f"write it as a sentence: {entry.title.capitalize()}")


@rule(Level.ERROR, "library")
def bad_year(_context: Context, entry: Reference) -> Iterator[Problem]:
    """A year is written in four digits.

    Citations and the order of studies go by it. Write the four digits of the year of publication alone.

    Bad:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {in press},
          doi = {10.1000/zed},
        }

    Good:

        % references/library.bib
        @article{zed2020,
          author = {Zed, Zoe},
          title = {A trial},
          journal = {Journal of Trials},
          year = {2020},
          doi = {10.1000/zed},
        }
    """
    if entry.year and not _YEAR.fullmatch(entry.year):
        yield Problem(("year",), f'"{entry.year}" is no year', "write four digits, such as 2020, and nothing else")


@rule(Level.ERROR, "library")
def unsorted_library(context: Context, entry: Reference) -> Iterator[Problem]:
    """The library is sorted by key.

    Two people who add papers then touch different lines, and nobody adds what is already there. Move the entry to its
    place in the alphabet.

    Bad:

        % references/library.bib
        @article{aaa2024,
          author = {Aaa, Ann},
          title = {A trial at the wrong place},
          journal = {Journal of Trials},
          year = {2024},
          doi = {10.1000/aaa},
        }

    Good:

        % references/library.bib
        @article{zzz2024,
          author = {Zzz, Zoe},
          title = {A trial at its place},
          journal = {Journal of Trials},
          year = {2024},
          doi = {10.1000/zzz},
        }
    """
    before = context.entry_before.get(entry.key, "")
    if before > entry.key:
        yield Problem(
            (),
            f"{entry.key} stands after {before}",
            "move it to its place in the alphabet of keys, or let check --fix do it",
        )
