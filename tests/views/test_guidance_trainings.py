"""Who was trained on which guidance lately, and is nobody counted not 0?"""

from datetime import date

import pandas as pd
import pytest

from tests.guidance_filing import ON, OPERATIONS, POLICY, file_guidance
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import guidance


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('trainings') / 'unpol.db'}")
    file_guidance(engine)

    def found(*, today: date = ON, **fields):
        with reading(engine) as connection:
            chosen = Filters(**{"as_of": ON} | fields)
            return guidance.guidance(connection, chosen, LOCAL, today=today).trainings

    yield found
    engine.dispose()


def test_guidance_taught_too_long_ago_or_never_is_untrained(trained):
    rows = trained().untrained.set_index("document_code")
    assert set(rows.index) == {POLICY, OPERATIONS}
    assert pd.isna(rows.at[POLICY, "last_held_on"])
    assert rows.at[OPERATIONS, "last_held_on"] == pd.Timestamp(2023, 1, 9)


def test_a_training_counts_for_two_years(trained):
    assert OPERATIONS not in set(trained(today=date(2025, 1, 8)).untrained["document_code"])
    assert OPERATIONS in set(trained(today=date(2025, 1, 9)).untrained["document_code"])


def test_women_and_men_are_added_where_they_were_counted(trained):
    rows = trained().missions.set_index("mission_code")
    assert rows.at["UNISFA", "women_trained"] == 7 + 3
    assert rows.at["UNISFA", "men_trained"] == 16
    assert rows.at["UNISFA", "counted"] == 1
    assert rows.at["UNISFA", "titles"] == ("Guidelines on command",)
    assert pd.isna(rows.at["several", "women_trained"])
    assert rows.at["UNMISS", "trainings"] == 0


def test_a_mission_filter_leaves_its_trainings_and_those_of_several(trained):
    found = trained(missions=("UNMIK",))
    assert list(found.missions["mission_code"]) == ["UNMIK", "several"]
    assert set(found.rows["training_code"]) == {"T-3", "T-4"}
