"""Files as such: manual pages of what the reader finds while it opens them."""

from claimbook.rules.base import explained

RULES = (
    explained(
        "missing-folder",
        """
        A book has its folders.

        Claims, studies and articles lie in folders of their own. Make the folder.

        Bad:

            # references/articles (not there)

        Good:

            # references/articles
        """,
    ),
    explained(
        "missing-file",
        """
        A book has its files.

        Settings, library and people lie in files of their own: book.yml, references/library.bib,
        references/people.yml. Add the file.

        Bad:

            # references/people.yml (not there)

        Good:

            # references/people.yml
        """,
    ),
    explained(
        "unreadable-file",
        """
        Every file can be opened.

        A record is an ordinary file inside of the book, neither a folder nor a link that leads out of it. Put the
        file itself there.

        Bad:

            # claims/efficacy/new-claim.yml (a link to /dev/null)

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
    explained(
        "stray-file",
        """
        The folders of a book hold records only.

        What is no record would be passed over without a word. Records end in .yml; keep notes elsewhere, or begin
        their names with an underscore.

        Bad:

            # claims/efficacy/notes.txt
            ask about the second trial

        Good:

            # claims/efficacy/_notes.txt
            ask about the second trial
        """,
    ),
    explained(
        "wrong-folder",
        """
        A claim lies in the folder of its category.

        The folder is the category: it decides where readers find the claim. Move the file into the folder of one of
        the book's categories, one level deep.

        Bad:

            # claims/efficcy/new-claim.yml (like claims/efficacy/easing-within-hours.yml)

        Good:

            # claims/efficacy/easing-within-hours.yml
        """,
    ),
    explained(
        "too-large",
        """
        A record is as long as people write.

        Records hold what people write and review. Shorten it, or split it into several claims.

        Bad:

            title: Is it long?
            detail: |
              It goes on and on. (20000 times)

        Good:

            title: Is it long?
            detail: |
              It goes on.
        """,
    ),
    explained(
        "not-utf8",
        """
        Every file is saved as UTF-8.

        Letters such as é would otherwise come out as others. Save the file again with the encoding UTF-8.

        Bad:

            # claims/efficacy/easing-within-hours.yml (saved as latin-1)
            title: Is it a cliché?  # <-

        Good:

            title: Is it a cliché?
        """,
    ),
    explained(
        "byte-order-mark",
        """
        A file does not begin with an invisible character.

        Some editors put a byte order mark (BOM) before the first letter, which other programs take for a part of the
        first word. Save the file as UTF-8 without BOM.

        Bad:

            # claims/efficacy/easing-within-hours.yml (saved as utf-8-sig)
            title: Is it seen?

        Good:

            title: Is it seen?
        """,
    ),
    explained(
        "reader-failed",
        """
        The program can read every file.

        If it cannot, the mistake is ours, and not in your file. Please report it together with the file.

        Bad:

            A file that makes the program itself fail.

        Good:

            Any other file.
        """,
    ),
)
"""In the order in which the reader may meet them."""
