"""Do figures written site by site stay the same as figures computed from all facts at once?"""

from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine

from tests import lifecycle
from unpol_data import publishing, reference
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.figures import Frames, summary_frames
from unpol_data.publishing.known import facts_of_sites, sites_of
from unpol_data.publishing.periods import starts
from unpol_data.publishing.rules import rules_in_force
from unpol_data.queries import connectivity, equipment, evidence, gaps, sites, threats
from unpol_data.store.engine import reading
from unpol_data.store.writes import Description, record_assessment

KINDS = {"UNFICYP-HQ": "mission_hq", "UNFICYP-WEST": "team_site", "UNFICYP-EAST": "host_station"}
DAYS = [date(2024, 1, 31), date(2024, 6, 30), date(2025, 1, 31), date(2025, 9, 30)]
STORED = {
    "site_dimension_gaps": gaps.site_dimension_gaps,
    "site_gaps": gaps.site_gaps,
    "mission_dimension_gaps": gaps.mission_dimension_gaps,
    "mission_gaps": gaps.mission_gaps,
    "site_connectivity": connectivity.site_connectivity,
    "site_measures": connectivity.site_measures,
    "monthly_measurements": connectivity.monthly_measurements,
    "site_equipment": equipment.site_equipment,
    "mission_equipment": equipment.mission_equipment,
    "mission_threats": threats.mission_threats,
    "site_profiles": sites.site_profiles,
    "evidence_counts": evidence.evidence_counts,
}


def facts(codes: list[str], on: date, seed: int) -> dict[str, pd.DataFrame]:
    """Made-up facts of these sites: some questions left out, some not known."""
    random = np.random.default_rng(seed)
    places = pd.DataFrame({"site_code": codes, "site_kind": [KINDS[code] for code in codes]})
    places = places.assign(
        name=codes,
        unpol_served=random.integers(1, 200, len(codes)),
        users=random.integers(5, 50, len(codes)),
        host_officers_served=random.integers(1, 90, len(codes)),
        closed=False,
    )
    items = reference.table("framework").drop(columns=["side", "source"])
    asked = places.merge(reference.table("requirements"), on="site_kind").merge(
        items, on="item_code"
    )
    asked = asked.sample(frac=0.9, random_state=seed)
    known = random.random(len(asked)) < 0.95
    reached = random.random(len(asked)).round(2)
    full = asked["answer_type"].map({"level": 4, "yes_partly_no": 1, "count": 10})
    span = asked["value_at_full"] - asked["value_at_none"]
    value = (reached * full).fillna(asked["value_at_none"] + reached * span)
    answers = asked[["site_code", "item_code", "side"]].assign(
        state=np.where(known, "answered", "unknown"),
        value=value.where(known),
        needed=10.0,
        evidence_grade=np.where(known, "interview", None),
        answered_on=np.where(known, on, None),
    )
    return {
        "site_facts": places,
        "answers": answers,
        "equipment_lines": lines(codes, on, random),
        "measurements": pd.DataFrame(
            {"site_code": codes, "measure": "latency_ms", "measured_on": on, "value": 700.0}
        ),
    }


def lines(codes: list[str], on: date, random: np.random.Generator) -> pd.DataFrame:
    """Three lines of equipment at each site."""
    return pd.DataFrame(
        {
            "site_code": np.repeat(codes, 3),
            "side": "unpol",
            "equipment_code": list(reference.codes("equipment")[:3]) * len(codes),
            "required": 10,
            "held": 8,
            "serviceable": random.integers(0, 9, 3 * len(codes)),
            "counted_on": on,
        }
    )


def approved(engine: Engine, codes: list[str], on: date, *, sensitivity: int = 0) -> int:
    seed = DAYS.index(on)
    description = Description(
        "UNFICYP", on, on, "test", f"{codes} {on}", kind="assessment", sensitivity=sensitivity
    )
    number = record_assessment(
        engine, description, facts=facts(codes, on, seed), account="test"
    ).assessment_id
    lifecycle.approved(engine, number, on)
    return number


def stored(connection: Connection, table_name: str, on: date, clearance: int) -> pd.DataFrame:
    """What the store says on the day, of both sides and horizons where the table has them."""
    reader = Viewer("reader", None, clearance, frozenset({"viewer"}))
    rows = [
        STORED[table_name](
            connection,
            Filters(missions=("UNFICYP",), side=side, horizon=horizon, as_of=on),
            reader,
        )
        for side in reference.codes("sides")
        for horizon in reference.codes("horizons")
    ]
    together = pd.concat(rows, ignore_index=True)
    return together.drop(columns=["mission_code", "from_on"]).drop_duplicates()


def assert_stored_as_computed(engine: Engine, on: date, clearance: int) -> None:
    """Every figure in the store is that of all facts at once; confidence of sites has faded."""
    with reading(engine) as connection:
        known = facts_of_sites(connection, "UNFICYP", list(KINDS), on=on, clearance=clearance)
        expected: Frames = summary_frames(known, rules_in_force(), on=on)
        for table_name in STORED:
            found = stored(connection, table_name, on, clearance)
            columns = [
                name
                for name in expected[table_name].columns
                if not (table_name.startswith("site_") and name == "confidence")
            ]
            assert_same(found[columns], expected[table_name][columns], table_name)


def assert_same(found: pd.DataFrame, expected: pd.DataFrame, table_name: str) -> None:
    """The same rows in any order, numbers to nine decimals."""
    numbers = [name for name in expected if pd.api.types.is_float_dtype(expected[name])]
    words = [name for name in expected if name not in numbers]
    pairs = []
    for rows in (found, expected):
        texts = rows[words].astype(object).where(rows[words].notna(), "-").astype(str)
        ordered = texts.sort_values(words).index
        pairs.append((texts.loc[ordered].to_numpy(), rows.loc[ordered, numbers].astype("float64")))
    (found_words, found_numbers), (expected_words, expected_numbers) = pairs
    np.testing.assert_array_equal(found_words, expected_words, err_msg=table_name)
    np.testing.assert_allclose(found_numbers, expected_numbers, atol=1e-9, err_msg=table_name)


def test_figures_written_site_by_site_are_those_of_all_facts_at_once(engine):
    everywhere = list(KINDS)
    approved(engine, everywhere, DAYS[0])
    third = approved(engine, ["UNFICYP-WEST"], DAYS[2])
    approved(engine, ["UNFICYP-EAST"], DAYS[1], sensitivity=1)
    last = approved(engine, ["UNFICYP-HQ", "UNFICYP-EAST"], DAYS[3], sensitivity=2)
    for on in DAYS:
        for clearance in (0, 2):
            assert_stored_as_computed(engine, on, clearance)
    publishing.withdraw(engine, third, reason="Wrong", viewer=LOCAL)
    publishing.withdraw(engine, last, reason="Wrong", viewer=LOCAL)
    for on, clearance in ((DAYS[1], 1), (DAYS[2], 0), (DAYS[2], 2), (DAYS[3], 2)):
        assert_stored_as_computed(engine, on, clearance)


def test_figures_change_on_the_days_of_publication(engine):
    for on in DAYS[:3]:
        approved(engine, ["UNFICYP-WEST"], on)
    with reading(engine) as connection:
        found = starts(connection, "UNFICYP", from_on=date(2024, 3, 1))
    assert found == [date(2024, 3, 1), DAYS[1], DAYS[2]]


def test_an_assessment_touches_the_sites_it_speaks_of(engine):
    number = approved(engine, ["UNFICYP-WEST", "UNFICYP-HQ"], DAYS[0])
    with reading(engine) as connection:
        assert sites_of(connection, number) == {"UNFICYP-WEST", "UNFICYP-HQ"}
