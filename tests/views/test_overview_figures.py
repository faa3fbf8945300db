"""What do the four key figures count, and what do their changes compare?"""

import pandas as pd
import pytest

from unpol_data.filters import Filters
from unpol_data.views import overview_figures
from unpol_data.views.overview_figures import Compared


def site_rows(*cells: tuple[str, float | None, bool, int]) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=["site_code", "gap", "is_severe", "served"])


def answers(*cells: tuple[str, int, bool]) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=["mission_code", "answer_count", "is_stale"])


@pytest.fixture
def compared() -> Compared:
    """Two missions with a round before, one that is new, one without a figure."""
    return Compared(
        areas=pd.DataFrame(
            {
                "mission_code": ["A", "A", "B", "C"],
                "gap_points": [80, 60, 76, None],
                "previous_points": [70, 65, None, 90],
                "gap_class": ["critical", "large", "critical", "not_enough_evidence"],
            }
        ),
        missions=pd.DataFrame(
            {
                "mission_code": ["A", "B", "C"],
                "gap_points": [60, 20, None],
                "previous_points": [50, None, 40],
                "served": [300, 100, 40],
                "previous_served": [250, None, 40],
            }
        ),
        site_areas=pd.DataFrame(),
        sites=site_rows(("A-1", 0.6, True, 200), ("A-2", 0.2, False, 100), ("B-1", 0.7, True, 100)),
        previous_sites=site_rows(("A-1", 0.4, False, 180), ("A-2", 0.6, True, 90)),
        answers=answers(("A", 60, False), ("A", 20, True), ("B", 20, False)),
        previous_answers=answers(("A", 45, False), ("A", 5, True)),
    )


@pytest.fixture
def figures(compared):
    return overview_figures.figures(compared, Filters())


def test_police_are_counted_at_sites_with_a_large_or_critical_gap(figures):
    # 200 at A-1 and 100 at B-1, of 300 + 100 + 40 served.
    assert (figures[0].value, figures[0].of) == (300, 440)


def test_the_change_leaves_out_a_site_that_had_no_figure_before(figures):
    # only: 200 now, 90 before.
    assert figures[0].change == 110
    assert figures[0].verdict() == "worse"


def test_the_gap_is_the_mean_of_missions_weighted_by_police_served(figures):
    # (60 x 300 + 20 x 100) / 400 = 50; of A alone 60 now and 50 before.
    assert (figures[1].value, figures[1].change) == (50, 10)


def test_critical_gaps_are_counted_among_those_scored(figures):
    # 2 of 3; with a figure in both rounds: 1 now, none before.
    assert (figures[2].value, figures[2].of, figures[2].change) == (2, 3, 1)


def test_freshness_falls_where_answers_age(figures):
    # 80 of 100 now; of mission A 60 of 80 now and 45 of 50 before: 75 % after 90 %.
    assert figures[3].value == 0.8
    assert figures[3].change == pytest.approx(-15)
    assert figures[3].verdict() == "worse"


def test_where_nothing_was_scored_nothing_is_printed_as_zero(compared):
    nothing = Compared(
        areas=compared.areas.iloc[3:],
        missions=compared.missions.iloc[2:],
        site_areas=pd.DataFrame(),
        sites=site_rows(("C-1", None, False, 40)),
        previous_sites=site_rows(),
        answers=answers(),
        previous_answers=answers(),
    )
    figures = overview_figures.figures(nothing, Filters())
    assert [figure.value for figure in figures] == [None, None, None, None]
    assert [figure.change for figure in figures] == [None, None, None, None]


def test_on_the_other_side_host_state_officers_are_counted(compared):
    figures = overview_figures.figures(compared, Filters(side="host_state"))
    assert figures[0].label == "Host-State officers facing a large or critical gap"
