"""YAML and BibTeX as such: manual pages of what the reader finds while it takes a file apart."""

from claimbook.rules.base import explained

RULES = (
    explained(
        "empty-file",
        """
        A file holds a record.

        An empty file is mostly one that was forgotten. Fill it or delete it.

        Bad:

            # claims/efficacy/new-claim.yml
            # nothing but this comment

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
    explained(
        "not-yaml",
        """
        Records are written in YAML.

        What is no YAML cannot be read at all. Look at the indentation, colons and quotes of the line, and of the one
        before it. A text with a colon and a space in it needs quotes around it.

        Bad:

            title: Does it help: yes or no?  # <-

        Good:

            title: "Does it help: yes or no?"
        """,
    ),
    explained(
        "tab-indentation",
        """
        Records are indented with spaces.

        YAML does not allow tabs there. Write two spaces for each step in.

        Bad:

            scope:
            \tdrug: toyamine  # <-

        Good:

            scope:
              drug: toyamine
        """,
    ),
    explained(
        "several-documents",
        """
        A file holds one record.

        A line of three dashes begins a second document, which nobody would read. Write one record a file.

        Bad:

            title: Does it help?
            ---  # <-
            title: Does it last?

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "too-deep",
        """
        Lists and groups lie in one another only as deep as records need.

        Deeper ones are mistakes, or attempts to trouble the program. Look at the brackets.

        Bad:

            conditions: [[[[[[[[[[[[[[[[[sad]]]]]]]]]]]]]]]]]  # <-

        Good:

            conditions: [sad]
        """,
    ),
    explained(
        "anchors",
        """
        Records repeat what they mean.

        YAML can name a part of a file (&) and mean it elsewhere (*). A reader of one line could not tell what it
        says, and a change in one place would change another. Write it out.

        Bad:

            title: &name Does it help?  # <-

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "explicit-tag",
        """
        Records hold texts, numbers, true and false.

        A YAML tag (!) asks for another type, which no record needs. Take it out.

        Bad:

            title: !!str Does it help?  # <-

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "duplicate-key",
        """
        A key stands once in a group.

        Of two values one would be dropped without a word. Keep one of them.

        Bad:

            title: Does it help?
            title: Does it help at all?  # <-

        Good:

            title: Does it help?
        """,
    ),
    explained(
        "explicit-null",
        """
        What is not known is left empty.

        null and ~ are words of YAML for nothing, and read like text. Write nothing after the colon; put quotes around
        it if you mean the word.

        Bad:

            search: null  # <-

        Good:

            search:
        """,
    ),
    explained(
        "empty-item",
        """
        A list has no empty items.

        A dash with nothing after it is mostly a line that was forgotten. Write something after it, or delete it.

        Bad:

            conditions:
              - sad
              -  # <-

        Good:

            conditions:
              - sad
        """,
    ),
    explained(
        "yaml-trap",
        """
        A bare word means the same to every program.

        Many programs that read YAML take a bare no for false, 12:30 for 750 and 0123 for 83. Put quotes around the
        word.

        Bad:

            title: no  # <-

        Good:

            title: "No?"
        """,
    ),
    explained(
        "broken-bibtex",
        """
        Every entry of the library can be read.

        BibTeX drops what it cannot read. Look at the braces, quotes and commas of the entry.

        Bad:

            % references/library.bib
            @article{new2024study,
              title = {No end of a title,


        Good:

            % references/library.bib
        """,
    ),
)
"""In the order in which the reader may meet them."""
