"""A form as somebody in the field would send it in: the JSON KoboToolbox gives for one submission.

`filled` needs nothing but the form's own file, so what it returns follows from the form:

    from tests.exports.filled import filled
    from unpol_data.exports.xlsform import xlsform

    submission = filled(xlsform(site_kind="team_site"), site_code="UNMISS-BOR")
    submission["communications/com_per_1"]                     # "3"
    submission["equipment_lines"][0]["equipment_lines/held"]   # "4"
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pyxform.xls2xform import convert

from tests.exports.xlsform.engine import Filling

STATES = (
    *("answered",) * 6,
    *("unknown", "answered", "not_applicable", "answered", "not_provided", "answered"),
)
ABOUT = {
    "assessed_on": "2026-03-09",
    "round_label": "Mar 2026",
    "modality": "hybrid",
    "respondent_role": "signals officer",
    "location": "6.209 31.559 410 4.5",
    "sensitivity": "confidential",
}
EQUIPMENT = ("vhf_handheld", "patrol_vehicle", "generator_20kva", "crime_scene_kit")
LINKS = (
    ("downlink_mbps", "6.5"),
    ("latency_ms", "640"),
    ("availability_pct", "91.5"),
    ("power_hours_per_day", "14"),
)
GRADES = ("inspected", "document", "measured", "interview", "remote", "self_report")


@dataclass
class Answers:
    """Answers one after the other, the same for the same form."""

    states: Sequence[str]
    turns: dict[str, cycle] = field(default_factory=dict)

    def next(self, kind: str, of: Sequence[str]) -> str:
        """The next answer of a kind, each choice in turn."""
        return next(self.turns.setdefault(kind, cycle(of)))


def filled(
    form: bytes,
    *,
    site_code: str,
    site_kind: str | None = None,
    side: str = "unpol",
    states: Sequence[str] = STATES,
    equipment: int = 2,
    links: int = 3,
    notes: bool = True,
    about: dict[str, str] | None = None,
) -> dict:
    """One submission of the form (an .xlsx made by `xlsform`) as KoboToolbox returns it.

    A dict with group paths as keys, every value as text, questions that did not apply
    absent, and repeats as lists of dicts with full paths. The items take `states` in turn;
    answered ones take every level, word, count, grade and cause in turn. `site_kind` is
    needed where the form asks for it; `about` replaces answers of the first screen.
    `equipment` and `links` say how many lines of each are sent. The same arguments give
    the same submission. Raises AssertionError where an answer breaks a rule of the form.
    """
    filling = Filling(convert(form).xform)
    first = ABOUT | {"mission_code": site_code.partition("-")[0], "site_code": site_code}
    first |= {"side": side, "site_kind": site_kind or ""} | (about or {})
    answers = Answers(states)
    _open(filling, first, lines={"equipment_lines": equipment, "links": links}, notes=notes)
    for node in filling.questions():
        if filling.applies(node):
            _answer(filling, node, answers)
    return _as_kobo(filling, site_code, side)


def _open(filling: Filling, first: dict[str, str], *, lines: dict[str, int], notes: bool) -> None:
    group = filling.node("about")
    for name, value in first.items():
        node = group.find(name)
        if node is not None and value and not filling.bind(node).calculate:
            node.text = value
    parts = filling.node("about/parts_covered").text.split()
    wanted = [name for name, count in lines.items() if count]
    filling.set("about/parts_covered", " ".join([*parts, *wanted]))
    if notes:
        for part in parts:
            filling.set(f"{part}/area_{part}_notes", "yes")
    for name in wanted:
        for number in range(lines[name]):
            _line(filling.add(name), name, number, first["assessed_on"])


def _line(line: etree._Element, name: str, number: int, day: str) -> None:
    if name == "links":
        measure, value = LINKS[number % len(LINKS)]
        cells = {"measure": measure, "value": value, "measured_on": day}
    else:
        code = EQUIPMENT[number % len(EQUIPMENT)]
        cells = {"equipment_code": code, "required": "10", "held": "8", "serviceable": "5"}
        cells |= {"evidence_grade": "inspected", "counted_on": day}
    for column, value in cells.items():
        line.find(column).text = value


def _answer(filling: Filling, node: etree._Element, answers: Answers) -> None:
    name, bind = node.tag, filling.bind(node)
    if name.endswith("_state"):
        node.text = answers.next("state", answers.states)
    elif not node.text and not bind.calculate:
        node.text = _value(filling, name, bind.kind, answers)
    assert node.text or not bind.required, f"{name} needs an answer"
    assert not node.text or filling.fits(node), f"{node.text} does not fit {name}"


def _value(filling: Filling, name: str, kind: str, answers: Answers) -> str:
    if name.endswith("_grade"):
        return answers.next("grade", GRADES)
    if name.endswith("_cause"):
        return answers.next("cause", filling.choices("causes"))
    if name.endswith("_note"):
        return f"Seen at the site; see {name}"
    if name.endswith("_needed"):
        return answers.next("needed", ("10", "12", "4"))
    if kind == "decimal":
        return answers.next("value", ("3", "11", "0", "7.5", "20"))
    if filling.root.find(f".//{name}_state") is None:
        return ""
    own = f"levels_{name}"
    listed = filling.tree.xpath("//*[local-name() = 'instance'][@id = $own]", own=own)
    return answers.next(
        "level" if listed else "word", filling.choices(own if listed else "yes_partly_no")
    )


def _as_kobo(filling: Filling, site_code: str, side: str) -> dict:
    uuid = str(uuid5(NAMESPACE_URL, f"{filling.form_id}/{site_code}/{side}"))
    found: dict = {"_id": 1, "formhub/uuid": uuid.replace("-", ""), "__version__": filling.version}
    for node in filling.root:
        if node.tag in filling.templates and filling.applies(node):
            found.setdefault(node.tag, []).append(_cells(filling, node))
        elif node.tag != "meta":
            found |= _cells(filling, node)
    location = found.get("about/location", "")
    place = [float(one) for one in location.split()[:2]] or [None, None]
    return found | {
        "meta/instanceID": f"uuid:{uuid}",
        "_xform_id_string": filling.form_id,
        "_uuid": uuid,
        "_attachments": [],
        "_status": "submitted_via_web",
        "_geolocation": place,
        "_submission_time": "2026-03-09T17:20:31",
        "_tags": [],
        "_notes": [],
        "_validation_status": {},
        "_submitted_by": None,
    }


def _cells(filling: Filling, group: etree._Element) -> dict[str, str]:
    nodes = (node for node in group.iter() if not len(node))
    return {filling.path(node): node.text for node in nodes if node.text and filling.applies(node)}
