"""What is said of the goals of the mandate, and of what serves them?"""

from collections.abc import Iterator, Sequence

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
# Left out where there is little room.
CROSS = " (cross-cutting)"
SHOWN = {
    "a4p": "A4P+ priorities",
    "strategy": "Digital strategy goals",
    "agendas": "Agendas",
    "women": "Women, peace and security",
    "risks": "Risks",
}
SCHEMES = {"a4p": "a4p_priority", "strategy": "strategy_goal", "agendas": "agenda_tag"}
NOUNS = {
    "a4p_priority": ("priority", "priorities"),
    "strategy_goal": ("goal", "goals"),
    "agenda_tag": ("agenda", "agendas"),
}
COUNTED = {"options": "Options", "decisions": "Decisions", "guidance": "Guidance"}
KINDS = {"options": "Option", "decisions": "Decision", "guidance_documents": "Guidance"}
LATE = {
    "decisions": "Decisions past the day they were due",
    "guidance_documents": "Guidance past its review date",
}
ITEMS = {
    "title": "What",
    "kind": "Kind",
    "mission": "Mission",
    "state": "State",
    "cost": "Cost once, with support",
    "due": "Due",
}
SIDES = (
    "Options and decisions for UNPOL and for host-State police are counted together. Gaps are "
    "large or critical ones of the side chosen above, in the missions and areas that the options "
    "and decisions are about. Costs are once, of all options together, also where only one "
    "of several makes sense, with {support} programme support."
)


def headings(scheme: str) -> dict[str, str]:
    """The headings of the table of goals."""
    return {
        "goal": NOUNS[scheme][0].capitalize(),
        "options": "Options",
        "cost": "Cost of options",
        "decisions": "Decisions",
        "guidance": "Guidance",
        "gaps": "Large or critical gaps they bear on",
    }


def note() -> str:
    """What is counted, and what the costs hold."""
    return SIDES.format(support=formats.percent(reference.parameter("programme_support_share")))


def findings(
    rows: pd.DataFrame, items: pd.DataFrame, *, scheme: str, unnamed: int
) -> Iterator[str]:
    """What to know first, in sentences: what nothing serves, what lacks a kind, what is late."""
    one, many = NOUNS[scheme]
    none = rows[rows[list(COUNTED)].sum(axis=1) == 0]
    if len(none):
        yield f"Nothing on record serves {_named(none)}."
    else:
        yield f"Each of the {len(rows)} {many} has something on record."
    some = rows.drop(none.index)
    for kind, name in COUNTED.items():
        lacking = some[some[kind] == 0]
        if len(lacking):
            noun = {"Options": "option", "Decisions": "decision"}.get(name, "guidance")
            yield f"No {noun} yet for {_named(lacking)}."
    late = items.loc[items["is_overdue"], ["kind", "code", "title"]].drop_duplicates()
    for kind, said in LATE.items():
        titles = late.loc[late["kind"] == kind, "title"].str.rstrip(".").tolist()
        if titles:
            yield f"{said}: {'; '.join(titles)}."
    if len(some) and some["options"].max():
        most = some.sort_values("options", ascending=False, kind="stable").iloc[0]
        count = formats.count(int(most["options"]), "option", "options")
        money = formats.money(most["total_once_usd"])
        yield f"Most is foreseen for {most['goal_name']}: {count}, {money} with programme support."
    if unnamed:
        yield f"{formats.count(unnamed, 'record names', 'records name')} no {one}."


def _named(rows: pd.DataFrame) -> str:
    return formats.listed([f"“{name}”" for name in rows["goal_name"]])


def bars(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per goal and kind, as the bars take them."""
    return pd.DataFrame(
        [
            {
                "goal_name": row["goal_name"].removesuffix(CROSS),
                "kind_name": name,
                "count": int(row[kind]),
            }
            for row in rows.to_dict("records")
            for kind, name in COUNTED.items()
        ],
        columns=["goal_name", "kind_name", "count"],
    )


def goals(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per goal, as text under headings."""
    each = list(rows.itertuples(index=False))
    return pd.DataFrame(
        {
            "goal": rows["goal_name"],
            "options": [_options(row) for row in each],
            "cost": [formats.money(row.total_once_usd) if row.options else NOTHING for row in each],
            "decisions": [_decisions(row) for row in each],
            "guidance": [_guidance(row) for row in each],
            "gaps": [_gaps(row) for row in each],
        }
    )


def _options(row: tuple) -> str:
    return f"{row.options}, {row.options_reviewed} reviewed" if row.options else "none"


def _decisions(row: tuple) -> str:
    """ "1 open (1 late), 1 done"; "none"."""
    if not row.decisions:
        return "none"
    dropped = row.decisions - row.decisions_open - row.decisions_done
    late = f" ({row.decisions_overdue} late)" if row.decisions_overdue else ""
    parts = [
        f"{count} {name}{late if name == 'open' else ''}"
        for count, name in (
            (row.decisions_open, "open"),
            (row.decisions_done, "done"),
            (dropped, "dropped"),
        )
        if count
    ]
    return ", ".join(parts)


def _guidance(row: tuple) -> str:
    if not row.guidance:
        return "none"
    drafts = row.guidance - row.guidance_in_force
    return f"{row.guidance}, {drafts} in draft" if drafts else str(row.guidance)


def _gaps(row: tuple) -> str:
    if not row.severe_gaps:
        return NOTHING
    sharpest = f"{row.mission_code} · {row.area_name} {formats.number(row.gap_points)}"
    return f"{row.severe_gaps}; sharpest {sharpest}"


def items(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per option, decision and document, as text under ITEMS."""
    return pd.DataFrame(
        {
            "title": rows["title"],
            "kind": rows["kind"].map(KINDS),
            "mission": rows["mission_code"].fillna("All"),
            "state": [state(row.kind, row.state) for row in rows.itertuples(index=False)],
            "cost": [
                NOTHING if pd.isna(cost) else formats.money(cost) for cost in rows["total_once_usd"]
            ],
            "due": [
                f"{_day(row.due_on)}{': passed' if row.is_overdue else ''}"
                for row in rows.itertuples(index=False)
            ],
        }
    )


def state(kind: str, code: str) -> str:
    """The state of an item in words."""
    return reference.records.state_name(kind, "state", code)


def _day(on: object) -> str:
    return NOTHING if pd.isna(on) else formats.day(on)


def choices(rows: pd.DataFrame, *, scheme: str, unnamed: int) -> dict[str, str]:
    """The goals that one may look into, by code; last what names none, where there is some."""
    named = dict(zip(rows["goal_code"], rows["goal_name"], strict=True))
    return named | ({"none": f"No {NOUNS[scheme][0]} named"} if unnamed else {})


def listed_sentences(said: Sequence[str]) -> str:
    """Sentences that are plain already as a list in Markdown."""
    return "\n".join(f"- {sentence}" for sentence in said)
