"""A cause is asked exactly where the figures would call the answer short."""

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.exports.xlsform import host_kinds
from unpol_data.scoring.attainment import attainment
from unpol_data.validation.answers import WORDS

FRAMEWORK = reference.table("framework")
NEEDED = 20
TRIED = {
    "level": ["0", "1", "2", "3", "4"],
    "yes_partly_no": list(WORDS),
    "count": [str(number) for number in range(NEEDED + 2)],
}
WHOM = [
    (kind, side)
    for kind in reference.codes("site_kinds")
    for side in reference.codes("sides")
    if side == "unpol" or kind in host_kinds()
]


def tried(item: pd.Series) -> list[str]:
    """Answers on both sides of any requirement."""
    if item.answer_type != "measure":
        return TRIED[item.answer_type]
    span = item.value_at_full - item.value_at_none
    steps = [item.value_at_none + span * step / 100 for step in range(0, 101, 3)]
    return [f"{value:.4f}" for value in steps if value >= 0]


def is_short(item: pd.Series, answers: list[str], required: float) -> list[bool]:
    """Whether the attainment of each answer is below 1, by the arithmetic of the figures."""
    numbers = [WORDS[answer] if answer in WORDS else float(answer) for answer in answers]
    rows = pd.DataFrame([item] * len(answers)).assign(
        state="answered", value=numbers, needed=NEEDED, required=required
    )
    reached = attainment(rows, level_top=reference.parameter("item_level_top"))
    return list(reached < 1 - 1e-9)


@pytest.mark.parametrize(("site_kind", "side"), WHOM)
def test_a_cause_is_asked_where_the_answer_is_short_of_the_requirement(filling, site_kind, side):
    form = filling()
    form.set("about/site_kind", site_kind)
    form.set("about/side", side)
    rows = reference.table("requirements")
    rows = rows[(rows["side"] == side) & (rows["site_kind"] == site_kind)]
    required = rows.set_index("item_code")["required_now"]
    # Every third item of each kind and side: all of them together, each in some.
    start = WHOM.index((site_kind, side)) % 3
    items = FRAMEWORK[FRAMEWORK["item_code"].isin(required.index)].iloc[start::3]
    for _, item in items.iterrows():
        name = item.item_code.lower().replace("-", "_")
        cause = form.node(f"{item.area_code}/{name}_cause")
        assert not form.applies(cause)
        if item.answer_type == "count":
            form.node(f"{item.area_code}/{name}_needed").text = str(NEEDED)
        answers = tried(item)
        expected = is_short(item, answers, required[item.item_code])
        for answer, short in zip(answers, expected, strict=True):
            form.node(f"{item.area_code}/{name}").text = answer
            assert form.applies(cause) == short, (item.item_code, answer)


def test_no_cause_is_asked_without_an_answer(filling):
    form = filling(site_kind="team_site")
    form.set("communications/com_per_3", "0")
    assert form.applies(form.node("communications/com_per_3_cause"))
    form.set("communications/com_per_3_state", "unknown")
    assert not form.applies(form.node("communications/com_per_3_cause"))


def test_the_requirement_follows_the_side(filling):
    form = filling(site_kind="host_station")
    form.set("communications/com_per_1_needed", "20")
    form.set("communications/com_per_1", "11")
    cause = form.node("communications/com_per_1_cause")
    form.set("about/side", "unpol")
    unpol = form.applies(cause)
    form.set("about/side", "host_state")
    # Required at a host-State station: 0.5 of UNPOL (10 of 20), 0.6 of the host State (12 of 20).
    assert (unpol, form.applies(cause)) == (False, True)
