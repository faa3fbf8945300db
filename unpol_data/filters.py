"""Which part of the picture is asked for, in a URL, on the command line and in words?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from unpol_data import reference, weighing
from unpol_data.weighing import DEFAULT, Scenario

PARAMETERS = (
    *("mission", "area", "dimension", "threat", "horizon", "side"),
    *("as_of", "scenario", "revision"),
)
LISTS = {"mission": "missions", "area": "areas", "dimension": "dimensions", "threat": "threats"}
HORIZONS = {"today": "today", "emerging": "emerging needs (two to three years)"}
# Digits of a revision; a longer number is none the databases could hold.
LONGEST_REVISION = 9
SIDES = {"unpol": "UNPOL side", "host_state": "host-State side"}


@dataclass(frozen=True)
class Filters:
    """What is asked for. An empty tuple stands for all.

    `as_of` None stands for the default date, `scenario` None for the weights of the method,
    `revision` None for the store as it is now.
    """

    missions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    horizon: str = "today"
    side: str = "unpol"
    as_of: date | None = None
    scenario: Scenario | None = None
    revision: int | None = None

    def weights(self) -> dict[str, float]:
        """The weights of threat, mandate and exposure in force, summing to 1."""
        return self.scenario.weights() if self.scenario else weighing.default_weights()

    def to_query(self) -> dict[str, list[str]]:
        """URL parameters, defaults left out; lists are repeated keys."""
        query = {name: list(getattr(self, field)) for name, field in LISTS.items()}
        if self.horizon != "today":
            query["horizon"] = [self.horizon]
        if self.side != "unpol":
            query["side"] = [self.side]
        if self.as_of is not None:
            query["as_of"] = [self.as_of.isoformat()]
        if self.scenario is not None:
            query["scenario"] = [self.scenario.code]
        if self.revision is not None:
            query["revision"] = [str(self.revision)]
        return {name: values for name, values in query.items() if values}

    def on(self, as_of: date) -> "Filters":
        """The same filters with this as-of date."""
        return replace(self, as_of=as_of)

    def in_words(self) -> str:
        """The filters as one line for the reader: "UNMISS, all areas, today, UNPOL side, ..."."""
        parts = [
            _list_in_words(self.missions, "All missions", "mission", 4),
            _list_in_words(self.areas, "all areas", "area", 2),
        ]
        if self.dimensions:
            parts.append("dimensions shown: " + _list_in_words(self.dimensions, "", "dimension", 5))
        if self.threats:
            parts.append("against " + _list_in_words(self.threats, "", "threat", 3))
        parts += [HORIZONS[self.horizon], SIDES[self.side]]
        if self.as_of is not None:
            parts.append(f"as of {self.as_of.day} {self.as_of:%b %Y}")
        if self.revision is not None:
            parts.append(f"as the store stood at revision {self.revision}")
        if self.scenario is None:
            return ", ".join([*parts, "default weights"])
        return ", ".join(parts) + f"; weights {self.scenario.in_words()}"


def _list_in_words(codes: tuple[str, ...], all_words: str, kind: str, most: int) -> str:
    if not codes:
        return all_words
    if len(codes) > most:
        return f"{len(codes)} of {len(_known(kind))} {kind}s"
    if kind == "area" and len(codes) > 1:
        return " + ".join(reference.short_name(kind, code) for code in codes)
    if kind == "mission":
        return " + ".join(codes)
    return " + ".join(reference.name(kind, code) for code in codes)


def _known(kind: str) -> tuple[str, ...]:
    if kind == "mission":
        missions = reference.table("missions")
        return tuple(missions.loc[missions["status"] == "active", "mission_code"])
    return reference.codes({"area": "areas", "dimension": "dimensions", "threat": "threats"}[kind])


def _chosen_date(text: str, problems: list[str]) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        problems.append(f"as_of {text!r} is not a date such as 2026-03-31 and was left out.")
        return None


def _chosen_revision(text: str, problems: list[str]) -> int | None:
    if text.isascii() and text.isdecimal() and len(text) <= LONGEST_REVISION:
        return int(text)
    problems.append(f"revision {text!r} is no whole number and was left out.")
    return None


def _chosen_scenario(
    code: str, scenarios: Mapping[str, Scenario], problems: list[str]
) -> Scenario | None:
    if code == DEFAULT:
        return None
    try:
        return weighing.understood(code, scenarios)
    except ValueError as error:
        problems.append(f"{error} are in force.")
        return None


def from_query(
    params: Mapping[str, Sequence[str]], *, scenarios: Mapping[str, Scenario] | None = None
) -> tuple[Filters, list[str]]:
    """The filters a URL or a command line asks for, and what could not be understood, in words.

    `scenarios` are those saved in the store, by code (see queries.scenarios). Unknown names and
    codes are left out and reported, never guessed. Repeated codes count once; parameters that
    are not filters are not judged here.
    """
    problems: list[str] = []
    fields: dict = {}
    for name, field in LISTS.items():
        known = _known(name)
        asked = list(dict.fromkeys(params.get(name, ())))
        fields[field] = tuple(code for code in known if code in asked)
        if name == "mission":
            fields[field] = tuple(code for code in asked if code in known)
        problems += [
            f"{name} {code!r} is not known and was left out." for code in asked if code not in known
        ]
    for name, known in (("horizon", HORIZONS), ("side", SIDES)):
        for given in list(params.get(name, ()))[-1:]:
            if given in known:
                fields[name] = given
            else:
                problems.append(f"{name} {given!r} is not known (known are {', '.join(known)}).")
    for given in list(params.get("as_of", ()))[-1:]:
        fields["as_of"] = _chosen_date(given, problems)
    for given in list(params.get("scenario", ()))[-1:]:
        fields["scenario"] = _chosen_scenario(given, scenarios or {}, problems)
    for given in list(params.get("revision", ()))[-1:]:
        fields["revision"] = _chosen_revision(given, problems)
    return Filters(**fields), problems
