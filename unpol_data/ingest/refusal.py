"""Why is a file not read at all?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class Refused(Exception):  # noqa: N818 - named for what happened to the file
    """The file cannot be read, or must not be; the message says why and what to do.

    `asks` has what is to be asked of the person before it can be read, by field of the report;
    `format` is what the file is, where somebody recognised it.
    """

    asks: Mapping[str, Any] = MappingProxyType({})
    format: str = ""


class SeveralMissions(Refused):
    """The file is of several missions; each makes an assessment of its own."""

    def __init__(self, missions: tuple[str, ...], *, editions: tuple[int, ...] = ()):
        self.missions = missions
        self.asks = {"missions": missions, "editions": editions}
        super().__init__(
            f"The file is of several missions ({', '.join(missions)}); one draft is made for each "
            "that is chosen."
        )
