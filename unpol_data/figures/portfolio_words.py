"""How is told what a budget buys, what more would buy, and which conditions clash?"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats, option_words

GATE_HEADINGS = {
    "name": "Gate",
    "options": "Keeps out",
    "price": "Gain it costs",
    "meaning": "Rule",
}
MEANING = {
    "core": "chosen in at least {core} of the draws",
    "borderline": "chosen in between: what is judged otherwise decides",
    "exterior": "chosen in at most {exterior}",
}
CLASH = {
    "budget": "the budget of {budget}",
    "parents": "an option comes only with the one it builds on",
}


def recorded(on: date | None) -> str:
    """Which options are chosen from; `on`: the as-of date where one is chosen."""
    if on is None:
        return "Options as recorded now, held against the gaps of the as-of date."
    return f"Options as they had been recorded by {formats.day(on)}, held against the gaps then."


def no_option(on: date | None) -> str:
    """What to do where there is no option; `on`: the as-of date where one is chosen."""
    if on is None:
        return (
            "No option is recorded for these missions on this side. Choose others, or import "
            "options with the programme workbook."
        )
    return (
        f"No option had been recorded by {formats.day(on)} for these missions on this side. Choose "
        "a later date, or none: then the options in force now are shown."
    )


def clash(
    conditions: Sequence[Mapping[str, str]],
    *,
    budget: float,
    needed: float | None,
    at_least: Mapping[str, int],
    titles: Mapping[str, str],
) -> str:
    """Which conditions clash, in words, and what would help."""
    said = [_condition(each, budget, at_least, titles) for each in conditions]
    ways = (
        "Drop one of them."
        if needed is None or needed <= budget
        else f"Drop one of them, or raise the budget to {formats.money(_up(needed))}."
    )
    if len(said) == 1:
        return f"This cannot be met: {said[0]}. {ways.replace('one of them', 'it')}"
    return f"These conditions cannot all be met: {'; '.join(said)}. {ways}"


def _up(amount: float) -> float:
    return -(-round(amount, 6) // 1)


def _condition(
    each: Mapping[str, str], budget: float, at_least: Mapping[str, int], titles: Mapping[str, str]
) -> str:
    about = each["about"]
    if each["kind"] == "at_least":
        count = formats.count(at_least[about], "option", "options")
        return f"{about} is to have {count}"
    if each["kind"] == "gate":
        if about == "priority":
            return "only the chosen A4P+ priorities are served"
        return f"the gate {reference.name('portfolio_gate', about)}"
    if each["kind"] == "exclusive":
        names = formats.listed([titles.get(code, code) for code in about.split()])
        return f"only one is taken of {names}"
    if each["kind"] in ("must", "must_not"):
        verb = "must be in" if each["kind"] == "must" else "must stay out"
        return f"{titles.get(about, about)} {verb}"
    return CLASH[each["kind"]].format(budget=formats.money(budget))


def gained(budget: float, value: float | None, most: float) -> str:
    """What a budget gains of the most that any does; nothing is said to be gained in a clash."""
    if value is None:
        return f"Gain by budget: no choice for {formats.money(budget)}"
    said = f"{option_words.gain(value)} of {option_words.gain(most)}"
    return f"Gain by budget: {formats.money(budget)} gain {said}"


def next_dollars(
    amount: float,
    added: Sequence[str],
    dropped: Sequence[str],
    value: float,
    titles: Mapping[str, str],
) -> str:
    """What more money would buy: what comes in, what goes, what is gained."""
    if not added and not dropped:
        return f"{formats.money(amount)} more, with what is left, buy nothing further that counts."
    names = formats.listed([titles[code] for code in added])
    said = f"{formats.money(amount)} more, with what is left, buy {names}"
    if dropped:
        said += f" in place of {formats.listed([titles[code] for code in dropped])}"
    return f"{said}: gain + {option_words.gain(value)}."


def together(value: float, joint: float) -> str:
    """How the gain of the set together stands to the sum of its options."""
    if not value:
        return "nothing is gained"
    change = (joint - value) / value
    if abs(change) < 0.005:
        return "the same as the sum of each alone"
    word = "more" if change > 0 else "less"
    return f"{formats.percent(abs(change))} {word} than the sum of each alone"


def gates(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per gate that keeps options out, columns of GATE_HEADINGS."""
    return pd.DataFrame(
        {
            "name": [
                f"{row.name[0].upper()}{row.name[1:]}" for row in rows.itertuples(index=False)
            ],
            "options": [
                formats.count(len(codes), "option", "options") for codes in rows["options"]
            ],
            "price": [option_words.gain(price) for price in rows["price"]],
            "meaning": rows["meaning"],
        },
        columns=list(GATE_HEADINGS),
    )


def mission_bars(rows: pd.DataFrame) -> pd.DataFrame:
    """The bars of figures.bars.labelled_bars: what each mission gets of the budget, if anything."""
    rows = rows[rows["option_count"] > 0]
    return pd.DataFrame(
        {
            "name": rows["mission_code"],
            "amount": rows["total_usd"],
            "words": [
                f"{formats.money(row.total_usd)}, "
                f"{formats.count(row.option_count, 'option', 'options')}"
                for row in rows.itertuples()
            ],
            "known": True,
        }
    )


def without(rows: pd.DataFrame) -> str:
    """Which missions get nothing; empty where every one gets something."""
    missions = rows.loc[rows["option_count"] == 0, "mission_code"].sort_values().tolist()
    return f"Nothing for {formats.listed(missions)}." if missions else ""


def firmness_counts(kinds: pd.Series, *, core: float, exterior: float) -> list[tuple[str, str]]:
    """Each kind with how many options are, and what it means."""
    limits = {"core": formats.percent(core), "exterior": formats.percent(exterior)}
    return [
        (f"{title}: {(kinds == kind).sum()}", MEANING[kind].format(**limits))
        for kind, title in option_words.FIRMNESS.items()
    ]
