"""Fields as such: manual pages of what the reader finds while it makes records of files."""

from claimbook.rules.base import explained

RULES = (
    explained(
        "wrong-type",
        """
        A value has the type that its field takes.

        A field takes a text, a number, a day, a list or a group of keys. The finding says which. Texts that look like
        numbers need quotes.

        Bad:

            conditions: sad  # <-

        Good:

            conditions: [sad]
        """,
    ),
    explained(
        "unknown-key",
        """
        A record has only the keys that it knows.

        A mistyped key that nobody needs to fill in would be dropped without a word. Correct the spelling; the finding
        names the nearest key.

        Bad:

            titel: Does it help?  # <-

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "missing-field",
        """
        A record has every field that it must have.

        Without it a page could not be made. Add the field; the finding says what it holds.

        Bad:

            title:

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "unknown-code",
        """
        Codes come from the vocabulary of their field.

        Badges, filters and the rule go by these words. Write one of them; the methods page explains each.

        Bad:

            importance: criticl  # <-

        Good:

            importance: critical
        """,
    ),
    explained(
        "bad-date",
        """
        Days are written as year, month and day.

        03/04 is two different days, depending on who reads it. Write 2026-11-22.

        Bad:

            review: {status: published, due: 22/05/2027}  # <-

        Good:

            review: {status: published, due: 2027-05-22}
        """,
    ),
    explained(
        "bad-id",
        """
        Ids and keys can be part of an address.

        They become file names and addresses. Write ids in lower-case letters and digits, in words joined by hyphens;
        keys in lower-case letters and digits only.

        Bad:

            related: [Relief Lasts]  # <-

        Good:

            related: []
        """,
    ),
    explained(
        "bad-address",
        """
        Addresses can be followed.

        A reader should reach the page with one click. Write the whole address, from https:// on, without spaces.
        Brackets, which browsers show but addresses may not hold, are written as %5B and %5D.

        Bad:

            # references/articles/toy-article.yml
            url: example.org  # <-

        Good:

            # references/articles/toy-article.yml
            url: https://example.org/
        """,
    ),
    explained(
        "bad-value",
        """
        A value has the form of its field.

        The finding says which form that is; a SHA-256, for example, has 64 hexadecimal digits.

        Bad:

            # references/articles/toy-article.yml
            text: {sha256: abc, words: 10}  # <-

        Good:

            # references/articles/toy-article.yml
            text: {sha256: 0000000000000000000000000000000000000000000000000000000000000000, words: 10}
        """,
    ),
    explained(
        "out-of-range",
        """
        A number lies within what its field takes.

        Steps go from 0 to 2, counts begin at 0, paragraphs at 1. Write a number that can be.

        Bad:

            grading:
              down:
                imprecision: {by: 3, reason: Twelve people in the only trial.}  # <-

        Good:

            grading:
              down:
                imprecision: {by: 2, reason: Twelve people in the only trial.}
        """,
    ),
    explained(
        "empty-value",
        """
        A text or list that must hold something does.

        The field cannot be left empty. Fill it; the finding says with what.

        Bad:

            appearances: []  # <-

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
    explained(
        "too-long",
        """
        A text has no more characters than its field takes.

        Titles have 80 characters at most and statements 200, so that they fit a small screen. Shorten it.

        Bad:

            title: Does it help, and if it does, how soon, how much, for how long, and compared to what?  # <-

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "name-differs-from-id",
        """
        A file is named after the id or key in it.

        People look for a record by the name of its file. Give both the same name; once published an id never changes.

        Bad:

            id: another-name  # <-

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
    explained(
        "duplicate-id",
        """
        An id or key names one record.

        Two claims with one id would share one address. Give the new one another id, and name its file after it.

        Bad:

            # claims/side-effects/easing-within-hours.yml (like claims/efficacy/easing-within-hours.yml)

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
)
"""In the order in which the reader may meet them."""
