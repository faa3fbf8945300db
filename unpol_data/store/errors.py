"""What went wrong with the store, in one sentence that says what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError


class StoreError(RuntimeError):
    """The store cannot do what was asked; the message says why and what to do."""


CAUSES = (
    (
        "file is not a database",
        "The file {place} is not a store or is damaged; restore it from a backup, or move it "
        "away and create a new store with `python -m unpol_data init`.",
    ),
    (
        "malformed",
        "The store {place} is damaged; restore it from a backup, or move it away and create "
        "a new one with `python -m unpol_data init`.",
    ),
    (
        "locked",
        "The store {place} is in use by another program; close that program or wait for it, "
        "then try again.",
    ),
    (
        "unable to open",
        "The store {place} cannot be opened; allow this account to read and write the file "
        "and its folder, or name another place in UNPOL_STORE_URL.",
    ),
    (
        "readonly",
        "The store {place} cannot be written; allow this account to write the file and its "
        "folder, or name another place in UNPOL_STORE_URL.",
    ),
    (
        "password authentication failed",
        "The database {place} does not take this account and password; correct UNPOL_STORE_URL.",
    ),
    (
        "does not exist",
        "The database {place} or its account does not exist; create it (createdb), or correct "
        "UNPOL_STORE_URL.",
    ),
    (
        "permission denied",
        "The account may not create or read the tables of {place}; grant it the schema, or name "
        "another account in UNPOL_STORE_URL.",
    ),
    (
        "connection to server",
        "The database {place} cannot be reached; check that it is running and that "
        "UNPOL_STORE_URL names its host and port.",
    ),
    (
        "connection is lost",
        "The database {place} was stopped or cannot be reached any more; try again when it runs.",
    ),
    (
        "terminating connection",
        "The database {place} was stopped or cannot be reached any more; try again when it runs.",
    ),
    (
        "statement timeout",
        "The database {place} took too long to answer; try again, or narrow the filters.",
    ),
    (
        "disk is full",
        "There is no room left on the disk for the store {place}; free some, then try again.",
    ),
)


def broken_rule(error: IntegrityError) -> str:
    """The name of the constraint a row broke, as both databases report it."""
    told = getattr(error.orig, "diag", None)
    if told is not None and told.constraint_name:
        return told.constraint_name
    if told is not None and told.column_name:
        return f"{told.table_name}.{told.column_name}"
    found = re.search(r"constraint failed: (.+)$", str(error.orig))
    return found.group(1) if found else str(error.orig)


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Turn what the database reports inside this block into a StoreError."""
    try:
        yield
    except IntegrityError as error:
        raise StoreError(
            f"Nothing was stored: a row breaks the rule {broken_rule(error)}; correct the row."
        ) from error
    except DBAPIError as error:
        reported = str(error.orig)
        for words, sentence in CAUSES:
            if words in reported:
                raise StoreError(sentence.format(place=place)) from error
        raise StoreError(
            f"The store {place} answered {reported.strip()!r}; check that UNPOL_STORE_URL is "
            "right and that the database is running."
        ) from error
