"""How is each option told: what it costs and gains, why it is chosen or not?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
CHOSEN_HEADINGS = {
    "name": "Option",
    "cost": "Cost, USD",
    "gain": "Gain",
    "chance": "Chance",
    "months": "Months",
}
FIRM_HEADING = {"firm": "Chosen in"}
LEFT_HEADINGS = {"name": "Option", "cost": "Cost, USD", "gain": "Gain", "why": "Why not"}
REASON_HEADINGS = {
    "name": "Option",
    "kind": "Kind",
    "cost": "Once and a year, USD",
    "works": "Works",
    "adopted": "Is taken up",
    "checks": "Checks",
    "serves": "Serves",
}
FILE = [
    "option_code",
    "mission_code",
    "title",
    "option_kind",
    "is_chosen",
    "cost_once_usd",
    "cost_yearly_usd",
    "total_usd",
    "value",
    "lead_months",
    "tech_share",
    "adopt_share",
    "parent_code",
    "exclusive_group",
    "a4p_priority",
    "strategy_goal",
    "agenda_tags",
    "hrddp_status",
    "gender_check",
    "state",
    "why_not",
]
FIRMNESS = {"core": "Core", "borderline": "Borderline", "exterior": "Exterior"}
WHY = {
    "must_not": "You asked for it to stay out.",
    "no_gain": "It closes no gap: what it lifts is met already.",
    "not_known": "Its gain is not known: no figure at its sites yet.",
    "too_dear": "It costs more than the whole budget.",
    "better_use": "The same money gains more elsewhere.",
}


def name(row: tuple) -> str:
    """ "UNMISS · Solar back-up at two county posts"."""
    return f"{row.mission_code} · {row.title}"


def gain(value: float | None) -> str:
    """A gain with one decimal under ten: 198, 4.5, 0.07."""
    return NOTHING if pd.isna(value) else formats.short(value) if value else "0"


def chosen(rows: pd.DataFrame, firm: Mapping[str, tuple[str, float]] | None = None) -> pd.DataFrame:
    """One row per chosen option, columns of CHOSEN_HEADINGS, and firm where draws are given.

    `rows` as views.portfolio has them; `firm` gives firmness and share of draws by option_code.
    """
    found = pd.DataFrame(
        {
            "name": [name(row) for row in rows.itertuples()],
            "cost": [formats.number(cost) for cost in rows["total_usd"]],
            "gain": [gain(value) for value in rows["value"]],
            "chance": [
                formats.percent(row.tech_share * row.adopt_share) for row in rows.itertuples()
            ],
            "months": [formats.number(months) for months in rows["lead_months"]],
        }
    )
    if firm is None:
        return found
    return found.assign(firm=[firm_in(firm.get(code)) for code in rows["option_code"]])


def firm_in(found: tuple[str, float] | None) -> str:
    """ "Core, 98 %"; a dash where it was in no draw."""
    return NOTHING if found is None else f"{FIRMNESS[found[0]]}, {formats.percent(found[1])}"


def checks(row: tuple) -> str:
    """Human rights due diligence and gender check of an option, in a few words."""
    said = []
    if pd.notna(row.hrddp_status):
        status = str(row.hrddp_status).replace("_", " ")
        said.append(f"human rights {status}")
    said.append(f"gender {str(row.gender_check).replace('_', ' ')}")
    return ", ".join(said)


def left_out(rows: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """One row per option that is not chosen, columns of LEFT_HEADINGS."""
    return pd.DataFrame(
        {
            "name": [name(row) for row in rows.itertuples()],
            "cost": [formats.number(cost) for cost in rows["total_usd"]],
            "gain": [gain(value) for value in rows["value"]],
            "why": [why(row.why, row.because, titles) for row in rows.itertuples()],
        },
        columns=list(LEFT_HEADINGS),
    )


def reasons(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per chosen option, columns of REASON_HEADINGS."""
    return pd.DataFrame(
        {
            "name": [name(row) for row in rows.itertuples()],
            "kind": [
                reference.records.state_name("options", "option_kind", kind)
                for kind in rows["option_kind"]
            ],
            "cost": [
                f"{formats.number(row.cost_once_usd)} + "
                f"{formats.number(0 if pd.isna(row.cost_yearly_usd) else row.cost_yearly_usd)}"
                for row in rows.itertuples()
            ],
            "works": [
                f"{formats.percent(row.tech_share)}: {row.tech_reason}" for row in rows.itertuples()
            ],
            "adopted": [
                f"{formats.percent(row.adopt_share)}: {row.adopt_reason}"
                for row in rows.itertuples()
            ],
            "checks": [checks(row) for row in rows.itertuples()],
            "serves": [serves(row) for row in rows.itertuples()],
        },
        columns=list(REASON_HEADINGS),
    )


def serves(row: tuple) -> str:
    """The A4P+ priority, the goal of the digital strategy and the agendas an option serves."""
    named = [
        reference.name(kind, code)
        for kind, code in (("a4p_priority", row.a4p_priority), ("strategy_goal", row.strategy_goal))
        if pd.notna(code)
    ]
    tags = "" if pd.isna(row.agenda_tags) else str(row.agenda_tags)
    named += [reference.name("agenda_tag", code) for code in tags.split()]
    return "; ".join(named) or NOTHING


def table(bought: pd.DataFrame, rest: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """One row per option for a file, columns FILE: what is chosen first, then the rest and why."""
    because = [why(row.why, row.because, titles) for row in rest.itertuples()]
    rows = pd.concat(
        [bought.assign(is_chosen=True, why_not=""), rest.assign(is_chosen=False, why_not=because)],
        ignore_index=True,
    )
    return rows[FILE]


def why(reason: str, because: str, titles: Mapping[str, str]) -> str:
    """Why an option is not chosen, in a sentence."""
    if reason == "gate":
        return f"Kept out: {formats.listed([gate(code) for code in because.split()])}."
    if reason == "parent":
        return f"It builds on {titles.get(because, because)}, which is not chosen."
    if reason == "exclusive":
        return f"Only one of its group makes sense, and {titles.get(because, because)} is chosen."
    return WHY[reason]


def gate(code: str) -> str:
    """What keeps an option out: a gate of the reference table, or the A4P+ priorities asked for."""
    if code == "priority":
        return "it serves another A4P+ priority"
    return f"{reference.name('portfolio_gate', code)} not passed"
