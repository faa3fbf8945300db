"""What does a form ask about the visit: where, when, how, and in which role?"""

from unpol_data import reference
from unpol_data.exports.xlsform.conditions import PROFILE
from unpol_data.exports.xlsform.rows import Line
from unpol_data.exports.xlsform.scope import Scope, host_kinds
from unpol_data.figures.form_labels import question
from unpol_data.figures.form_words import form

GROUP = "about"
TODAY = ". <= today()"
DEFAULT_SENSITIVITY = "confidential"
# Roles, never persons: no address, no long number, no form of address before a name.
ROLE_ONLY = (
    "not(regex(., '.*@.*')) and not(regex(., '.*[0-9][0-9 ().-]{5,}[0-9].*')) and "
    "not(regex(., '(^|.*[^A-Za-z])([Mm][Rr][Ss]?|[Mm][Ss]|[Mm]iss|[Mm]me|[Mm]lle|[Dd]r|[Ss]ra?)"
    "[.]? +[A-Za-z].*'))"
)
SITE_CODE = "regex(., concat('^', ${mission_code}, '-[A-Z0-9][A-Z0-9_-]*$'))"


def lines(scope: Scope) -> list[Line]:
    """The group about, all on one screen."""
    return [
        Line(type="begin_group", name=GROUP, label=form("about"), appearance="field-list"),
        Line(
            type="note",
            name="about_before",
            label=question("about_before"),
            hint=form("before_hint"),
        ),
        _code(scope.mission_code, "mission_code", "missions", appearance="minimal"),
        _code(_only(scope.kinds), "site_kind", "site_kinds", appearance="minimal"),
        _side(scope),
        Line(
            type="calculate",
            name=PROFILE,
            label=question(PROFILE),
            calculation="concat(${site_kind}, '.', ${side})",
        ),
        *_site(scope),
        *_visit(),
        _parts(scope),
        Line(type="end_group", name=GROUP),
    ]


def asked(line_type: str, name: str, **more: object) -> Line:
    """A question that must be answered."""
    return Line(
        type=line_type,
        name=name,
        label=question(name),
        required="yes",
        required_message=form("required"),
        **more,
    )


def _only(codes: tuple[str, ...]) -> str | None:
    return codes[0] if len(codes) == 1 else None


def _code(only: str | None, name: str, list_name: str, **more: str) -> Line:
    """The one code the form is for, or a question where there are several."""
    if only is not None:
        return Line(type="calculate", name=name, label=question(name), calculation=f"'{only}'")
    return asked(f"select_one {list_name}", name, **more)


def _side(scope: Scope) -> Line:
    only = _only(scope.sides)
    if only is not None:
        return _code(only, "side", "sides")
    hosts = " ".join(kind for kind in scope.kinds if kind in host_kinds())
    everywhere = len(hosts.split()) == len(scope.kinds)
    choice_filter = "" if everywhere else f"name = 'unpol' or selected('{hosts}', ${{site_kind}})"
    return asked(
        "select_one sides",
        "side",
        hint=form("side_hint"),
        default="unpol",
        choice_filter=choice_filter,
    )


def _site(scope: Scope) -> list[Line]:
    """The site: chosen from the mission's list, or its code and, where it is new, its facts."""
    if len(scope.sites):
        return [
            asked(
                "select_one sites",
                "site_code",
                hint=form("site_code_list_hint"),
                appearance="minimal autocomplete",
                choice_filter="" if _only(scope.kinds) else "site_kind = ${site_kind}",
            )
        ]
    counts = [
        Line(
            type="integer",
            name=name,
            label=question(name),
            hint=form("new_site_hint"),
            constraint=". >= 0",
            constraint_message=form("whole"),
        )
        for name in ("unpol_served", "users", "host_officers_served")
    ]
    code = asked(
        "text",
        "site_code",
        hint=form("site_code_hint"),
        constraint=SITE_CODE,
        constraint_message=form("site_code_wrong"),
    )
    name = Line(
        type="text", name="site_name", label=question("site_name"), hint=form("site_name_hint")
    )
    return [code, name, *counts]


def _visit() -> list[Line]:
    return [
        asked(
            "date",
            "assessed_on",
            default="today()",
            constraint=TODAY,
            constraint_message=form("assessed_on_wrong"),
        ),
        asked(
            "text",
            "round_label",
            hint=form("round_label_hint"),
            default="format-date(today(), '%Y-%m')",
        ),
        asked("select_one modalities", "modality"),
        asked(
            "text",
            "respondent_role",
            hint=form("respondent_role_hint"),
            constraint=ROLE_ONLY,
            constraint_message=form("respondent_role_wrong"),
        ),
        Line(
            type="geopoint", name="location", label=question("location"), hint=form("location_hint")
        ),
        asked(
            "select_one sensitivities",
            "sensitivity",
            hint=form("sensitivity_hint"),
            default=DEFAULT_SENSITIVITY,
            appearance="minimal",
        ),
    ]


def _parts(scope: Scope) -> Line:
    covered = set(scope.items["area_code"])
    return asked(
        "select_multiple parts",
        "parts_covered",
        hint=form("parts_covered_hint"),
        default=" ".join(code for code in reference.codes("areas") if code in covered),
    )
