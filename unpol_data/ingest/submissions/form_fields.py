"""Which question of the form does a heading or a key stand for?"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from unpol_data import reference
from unpol_data.figures import form_labels

STEPS = re.compile(r"\[(\d+)\]")
POSITION = re.compile(
    r"^(?P<place>.*?)[-_/.:]\s*(?P<part>latitude|longitude|altitude|accuracy|precision)$",
    re.IGNORECASE,
)
# Servers put a low line before the name of what they work out, or before its group.
UNDERSCORE = re.compile(r"^(.*/)?_", re.DOTALL)
LONGEST = 2_000
PARTS = {"latitude": "latitude", "longitude": "longitude"}
SEPARATORS = "/.:- "
MANY = "parts_covered"
# What servers and phones add to every form; single words, or where they stand in a group.
ADDED = {
    *("start", "end", "today", "username", "deviceid", "phonenumber", "simserial", "subscriberid"),
    *("imei", "key", "parent_key", "submissiondate", "submitterid", "submittername", "status"),
    *("attachmentspresent", "attachmentsexpected", "reviewstate", "edits", "formversion"),
    *("instanceid", "instancename", "deprecatedid", "rootuuid", "audit", "formhub/uuid", "meta"),
}
# Questions that only help whoever fills the form; they say nothing of the site.
HELPING = ("about_before", "site_profile", MANY)


@dataclass(frozen=True)
class Field:
    """A question: its name, and the repeat and line it is in where the heading tells.

    `kind` is question, repeat (the lines themselves), helping (of the form, but no
    answer), added (by a server) or unknown.
    """

    kind: str
    name: str
    repeat: str = ""
    line: int = 0


UNKNOWN, ADDED_FIELD, HELPING_FIELD = (Field(one, "") for one in ("unknown", "added", "helping"))


def _heading(words: str) -> str:
    """A heading as it is compared: capitals, marks of emphasis and kinds of blank are nothing.

    Its other signs stay, because they part the labels of groups from that of the question.
    """
    return " ".join(words.replace("\u00a0", " ").replace("*", "").split()).casefold()


@cache
def names() -> frozenset[str]:
    """The names of all questions whose answers are read."""
    found = {name for name in form_labels.ABOUT if name not in HELPING}
    return frozenset(found | only_in_lines() | set(item_fields()))


@cache
def only_in_lines() -> frozenset[str]:
    """The names of questions that are asked in repeats only."""
    return frozenset(name for of_repeat in form_labels.REPEATS.values() for name in of_repeat)


@cache
def _groups() -> frozenset[str]:
    return frozenset({"about", *form_labels.REPEATS, *reference.codes("areas")})


@cache
def _group_labels() -> frozenset[str]:
    texts = [form_labels.form("about"), *map(form_labels.question, form_labels.REPEATS)]
    texts += [text for _, text in form_labels.named("areas")]
    return frozenset(_heading(text.said(one)) for text in texts for one in reference.LANGUAGES)


@cache
def item_fields() -> dict[str, tuple[str, str]]:
    """The item code and what is asked of it ("", _state, _needed, ...), by question name."""
    found = {}
    for _, item in reference.table("framework").iterrows():
        name = form_labels.question_name(item["item_code"])
        found |= {name + end: (item["item_code"], end) for end in form_labels.of_item(item)}
    return found


@cache
def _labelled() -> dict[str, str]:
    """The name of each question by its label, in every language."""
    texts = {name: form_labels.question(name) for name in form_labels.ABOUT}
    for of_repeat in form_labels.REPEATS.values():
        texts |= {name: form_labels.question(name) for name in of_repeat}
    texts |= {name: form_labels.question(name) for name in form_labels.REPEATS}
    for _, item in reference.table("framework").iterrows():
        name = form_labels.question_name(item["item_code"])
        texts |= {name + end: text for end, text in form_labels.of_item(item).items()}
    return {
        _heading(text.said(language)): name
        for name, text in texts.items()
        for language in reference.LANGUAGES
    }


@cache
def _area_questions() -> dict[str, str]:
    """Labels of the questions that only save taps, as areas name them."""
    found = {}
    for _, area in form_labels.named("areas"):
        for key in ("area_grade", "area_notes"):
            text = form_labels.form(key, area=area)
            found |= {_heading(text.said(one)): key for one in reference.LANGUAGES}
    return found


@lru_cache(maxsize=20_000)
def field(heading: str) -> Field:
    """The question of a heading: a name or a label, with or without the groups it is in."""
    heading = heading.strip()
    if len(heading) > LONGEST:
        return UNKNOWN
    repeat, line, rest = _repeat_step(heading)
    position = POSITION.match(rest)
    if position and _name(UNDERSCORE.sub(r"\1", position["place"])) == "location":
        part = PARTS.get(position["part"].casefold())
        return Field("question", part) if part else HELPING_FIELD
    name = _name(rest)
    if name in form_labels.REPEATS:
        return Field("repeat", name)
    if name == MANY:
        return Field("question", MANY)
    if name in HELPING or (name or "").startswith("area_"):
        return HELPING_FIELD
    if name is not None:
        return Field("question", name, repeat, line)
    if _is_one_of_many(rest):
        return HELPING_FIELD
    return ADDED_FIELD if is_added(heading) else UNKNOWN


def is_added(heading: str) -> bool:
    """Whether a server or a phone added this, and not the form."""
    plain = heading.strip().casefold()
    last = re.split(r"[/.:-]", plain)[-1]
    return plain.startswith(("_", "meta/", "meta-", "meta.")) or plain in ADDED or last in ADDED


def _repeat_step(heading: str) -> tuple[str, int, str]:
    """The repeat, the line in it and the rest of a heading such as equipment_lines[2]/held."""
    step = STEPS.search(heading)
    if step is None:
        return "", 0, heading
    name = _name(heading[: step.start()])
    if name not in form_labels.REPEATS:
        return "", 0, heading
    return name, int(step[1]), heading[step.end() :].lstrip("/.:- ")


def _name(heading: str) -> str | None:
    """The name of the question a heading ends with, read as names, then as labels."""
    known = names()
    for separator in ("", *SEPARATORS):
        group, _, last = heading.rpartition(separator) if separator else ("", "", heading)
        # A blank or a stop ends any word, so before it has to stand a group of the form.
        if separator not in ("", "/") and re.split(r"[/.:\- ]", group)[-1] not in _groups():
            continue
        last = last.strip()
        if last in known or last in HELPING or last in form_labels.REPEATS:
            return last
        if re.fullmatch(r"area_[a-z_0-9]+", last):
            return last
    return _labelled_name(_heading(heading))


def _labelled_name(words: str) -> str | None:
    """The name of the question whose label the words end with, after the label of its group."""
    if found := _of_label(words):
        return found
    for number, sign in enumerate(words):
        if sign not in SEPARATORS:
            continue
        # A blank or a stop stands within labels too, so before it has to stand a group.
        if sign != "/" and words[:number].rpartition("/")[2].strip() not in _group_labels():
            continue
        if found := _of_label(words[number + 1 :].strip()):
            return found
    return None


def _of_label(words: str) -> str | None:
    if words in _area_questions():
        return "area_"
    # A question keeps its code where its words were changed since the form was made.
    code, dot, _ = words.partition(" · ")
    state = f"{form_labels.question_name(code)}_state"
    if dot and state in item_fields():
        return state
    return _labelled().get(words)


def _is_one_of_many(heading: str) -> bool:
    """Whether this is one choice of the question that takes several, as a column of its own."""
    return any(
        _name(heading[:number]) == MANY for number, sign in enumerate(heading) if sign in "/."
    )
