"""Which values does a JSON document hold?"""

import codecs
import json
import re
from math import isinf
from typing import Any

from unpol_data.ingest.refusal import Refused

RTF = b"{\\rtf"
START = re.compile(rb"\s*[\[{]")
# Deeper than any form nests its groups and repeats.
MOST_LEVELS = 60
# As many as a table may have columns; a form asks a few thousand questions.
MOST_NAMES = 16_384
LONGEST_WHOLE_NUMBER = 18
# What JSON can write, but no text in UTF-8 and no database holds.
NOT_KEPT = re.compile("[\0\ud800-\udfff]")


def recognises(content: bytes) -> bool:
    """Whether it begins as a JSON object or list does."""
    plain = content[:512].removeprefix(codecs.BOM_UTF8)
    return bool(START.match(plain)) and not plain.lower().lstrip().startswith(RTF)


def value(content: bytes, *, most_values: int) -> Any:
    """The document; numbers too long to be kept exactly stay text.

    Raises Refused where it is damaged, nests too deep, says one thing twice or holds more
    values than are read.
    """
    try:
        # The parser itself would follow any nesting until its own stack ends.
        text = content.decode("utf-8-sig")
        _check_levels(text)
        found = json.loads(
            text,
            parse_int=_whole,
            parse_float=_number,
            parse_constant=_no_number,
            object_pairs_hook=_told_once,
        )
    except UnicodeDecodeError as error:
        raise Refused("The JSON document is not written in UTF-8; export it again.") from error
    except json.JSONDecodeError as error:
        raise Refused(
            f"The JSON document is damaged or incomplete: {error.msg} at line {error.lineno:,}, "
            f"column {error.colno:,}. Export it again."
        ) from error
    _check_values(found, most_values)
    return found


def _check_levels(text: str) -> None:
    level = 0
    for sign in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if sign[0] in "[{":
            level += 1
            if level > MOST_LEVELS:
                raise Refused(
                    f"The JSON document nests deeper than {MOST_LEVELS} levels, which no form "
                    "does; it was not read."
                )
        elif sign[0] in "]}":
            level -= 1


def _check_values(found: Any, most: int) -> None:
    count, waiting = 0, [found]
    while waiting:
        one = waiting.pop()
        count += 1
        if count > most:
            raise Refused(
                f"The JSON document holds more than {most:,} values (UNPOL_IMPORT_MAX_CELLS); "
                "export fewer submissions at a time."
            )
        if isinstance(one, str):
            _check_text(one)
        elif isinstance(one, dict):
            _check_text("".join(one))
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _check_text(text: str) -> None:
    if NOT_KEPT.search(text):
        raise Refused(
            "The JSON document holds a text with signs that are none (a NUL character, or half of "
            "one); export it again."
        )


def _number(digits: str) -> float:
    found = float(digits)
    if isinf(found):
        _no_number(digits)
    return found


def _whole(digits: str) -> int | str:
    return digits if len(digits) > LONGEST_WHOLE_NUMBER else int(digits)


def _no_number(word: str) -> None:
    raise Refused(f"The JSON document holds {word[:20]}, which is no number; export it again.")


def _told_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(pairs) > MOST_NAMES:
        raise Refused(
            f"The JSON document holds {len(pairs):,} answers in one place; at most {MOST_NAMES:,} "
            "are read."
        )
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(f"The JSON document says {twice[:60]!r} twice in one place; export it again.")
    return found
