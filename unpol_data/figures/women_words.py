"""What is said of women in missions: counted, answered, not answered, not asked?"""

from collections.abc import Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
SEVERAL = "several"
OFFICERS = ("women", "men", "women_share")
TRAINED = ("women_trained", "men_trained", "trained_share")
ASKS = {
    "share": "Share of women",
    "presence": "A woman present where one is needed",
    "records": "Women and girls in records and analysis",
}
PEOPLE = {"mission": "Mission", "officers": "Women among officers", "trained": "Women trained"}
CHECKS = {"title": "Option", "mission": "Mission", "check": "Gender check", "state": "Option is"}
REVIEWS = {"title": "Document", "review": "Gender adviser", "state": "Document is"}
NOT_ASKED = "not asked"
STRENGTH = (
    "Officers are those with special expertise on record, by role and sex. The police strength of "
    "sites and missions is not recorded by sex: nobody is asked for it. Trainings of which women "
    "and men were not counted apart are left out of the shares."
)


def mission(code: str) -> str:
    """The mission, or of what belongs to no mission alone."""
    return "For several missions" if code == SEVERAL else code


def people(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission, as text under PEOPLE."""
    return pd.DataFrame(
        {
            "mission": rows["mission_code"].map(mission),
            "officers": [counted(row, OFFICERS) for row in rows.to_dict("records")],
            "trained": [counted(row, TRAINED) for row in rows.to_dict("records")],
        }
    )


def counted(row: dict, names: tuple[str, str, str]) -> str:
    """ "6 of 21, 29 %"; who is not counted is said to be so, never 0."""
    women, men, share = (row[name] for name in names)
    if not pd.isna(women):
        return f"{formats.number(women)} of {formats.number(women + men)}, {formats.percent(share)}"
    if names == OFFICERS:
        return "no officer on record"
    if row["trainings"]:
        return "trained, but not counted by sex"
    return "no training on record"


def bars(rows: pd.DataFrame, names: tuple[str, str, str]) -> pd.DataFrame:
    """The share of women by mission, as labelled bars take them."""
    shares = rows[names[2]].astype("float64")
    return pd.DataFrame(
        {
            "name": rows["mission_code"].map(mission),
            "amount": (100 * shares).fillna(0.0),
            "words": [counted(row, names) for row in rows.to_dict("records")],
            "known": shares.notna(),
        }
    )


def findings(missions: pd.DataFrame, questions: pd.DataFrame) -> Iterator[str]:
    """What to know first: where nobody is counted, and where nobody answered or was asked."""
    own = missions[missions["mission_code"] != SEVERAL]
    nobody = own.loc[own["women"].isna(), "mission_code"].tolist()
    if nobody:
        yield f"No officer with special expertise is on record in {formats.listed(nobody)}."
    alone = own.loc[own["women"] == 0, "mission_code"].tolist()
    if alone:
        yield f"No woman is among those officers in {formats.listed(alone)}."
    untrained = own.loc[own["trainings"] == 0, "mission_code"].tolist()
    if untrained:
        yield f"No training on record: {formats.listed(untrained)}."
    uncounted = own.loc[own["trainings"] > own["counted"], "mission_code"].tolist()
    if uncounted:
        yield f"Women and men were not counted apart at a training in {formats.listed(uncounted)}."
    for said, is_so in (
        ("Asked and not answered", (questions["asked"] > 0) & (questions["answered"] == 0)),
        ("Not asked", questions["asked"] == 0),
    ):
        rows = questions[is_so]
        for name, of_question in rows.groupby("short_name", sort=False):
            yield f"{said}, {name}: {formats.listed(of_question['mission_code'].tolist())}."


def question_headings(questions: pd.DataFrame) -> dict[str, str]:
    """The mission, and each of the questions."""
    short = questions.drop_duplicates("item_code").set_index("item_code")["short_name"]
    return {"mission": "Mission"} | {code: _upper(name) for code, name in short.items()}


def answers(questions: pd.DataFrame) -> pd.DataFrame:
    """One row per mission with what it answered to each question, under question_headings."""
    return pd.DataFrame(
        [
            {"mission": code} | {row.item_code: answer(row) for row in own.itertuples(index=False)}
            for code, own in questions.groupby("mission_code", sort=False)
        ],
        columns=list(question_headings(questions)),
    )


def answer(row: tuple) -> str:
    """What the sites of a mission answered: "6 to 19 % at 11 of 12 sites", "not asked"."""
    if not row.asked:
        return NOT_ASKED
    if not row.answered:
        asked = formats.count(row.asked, "site", "sites")
        return f"not answered: {asked} asked"
    where = f"at {row.answered} of {formats.count(row.asked, 'site', 'sites')}"
    if row.answer_type == "count":
        return f"{formats.number(row.value)} of {formats.number(row.needed)} {row.unit} {where}"
    if row.answer_type == "yes_partly_no":
        return f"yes {row.yes}, partly {row.partly}, no {row.no}, {where}"
    low, high = formats.round_half_up(row.low), formats.round_half_up(row.high)
    return f"{low if low == high else f'{low} to {high}'} {row.unit} {where}"


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def checks(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per option, as text under CHECKS; those that ask for changes come first."""
    order = {"changes_asked": 0, "not_checked": 1, "checked": 2}
    rows = rows.sort_values("gender_check", key=lambda codes: codes.map(order), kind="stable")
    return pd.DataFrame(
        {
            "title": rows["title"],
            "mission": rows["mission_code"],
            "check": [_name("options", "gender_check", code) for code in rows["gender_check"]],
            "state": [_name("options", "state", code) for code in rows["state"]],
        }
    )


def reviews(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per document, as text under REVIEWS; those not asked for come first."""
    rows = rows.sort_values("state_on", na_position="first", kind="stable")
    return pd.DataFrame(
        {
            "title": rows["title"],
            "review": [_review(row) for row in rows.itertuples(index=False)],
            "state": [
                _name("guidance_documents", "state", code) for code in rows["document_state"]
            ],
        }
    )


def _review(row: tuple) -> str:
    if row.state == "not_asked":
        return "Not asked yet"
    return f"{_name('document_reviews', 'state', row.state)}, {formats.day(row.state_on)}"


def _name(kind: str, column: str, code: str) -> str:
    return reference.records.state_name(kind, column, code)
