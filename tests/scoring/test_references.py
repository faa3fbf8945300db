"""Does the arithmetic give what others have published or programmed?"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.helpers import rrankdata
from pymcdm.methods import WPM, WSM

from unpol_data.scoring.attainment import attainment
from unpol_data.scoring.dimension import dimension_gaps
from unpol_data.scoring.gap import site_gaps
from unpol_data.scoring.means import weighted_means
from unpol_data.scoring.priority import PARTS, importance
from unpol_data.scoring.stability import rank_draws

# UNDP, Human Development Report 2023-24, Human Development Index and its components, 2022.
HDI = """iso3,hdi_2022,le_2022,eys_2022,mys_2022,gnipc_2022
AFG,0.462,62.879,10.70538475,2.514790058,1335.205733
ALB,0.789,76.833,14.48746967,10.12114431,15293.32651
DZA,0.745,77.129,15.48787975,6.987443608,10978.40571
AND,0.884,83.552,12.7837801,11.61343956,54233.44948
"""
EVERY_ROW = Path(__file__).parents[3] / "shared" / "real" / "references" / "undp_hdi_2022.csv"
# Goalposts of its technical note 1: years of life, of schooling, and the logarithm of USD.
GOALPOSTS = {
    "le_2022": ("health", 20, 85),
    "eys_2022": ("education", 0, 18),
    "mys_2022": ("education", 0, 15),
    "gnipc_2022": ("income", np.log(100), np.log(75_000)),
}
few = settings(max_examples=40, deadline=None)


def published() -> pd.DataFrame:
    """Every published row where the file is at hand, else the first few."""
    columns = ["iso3", "hdi_2022", *GOALPOSTS]
    if EVERY_ROW.exists():
        return pd.read_csv(EVERY_ROW)[columns]
    lines = [line.split(",") for line in HDI.split()]
    return pd.DataFrame(lines[1:], columns=lines[0]).astype(dict.fromkeys(columns[1:], float))


def human_development(rows: pd.DataFrame) -> pd.Series:
    """The index of each country: components are items, and 1 less the gap is the index."""
    items = rows.assign(gnipc_2022=np.log(rows["gnipc_2022"])).melt(
        id_vars="iso3", value_vars=list(GOALPOSTS), var_name="item_code"
    )
    places = pd.DataFrame(GOALPOSTS, index=["dimension_code", "value_at_none", "value_at_full"])
    ends = dict.fromkeys(["value_at_none", "value_at_full"], "float64")
    items = items.join(places.T.astype(ends), "item_code")
    same = {"area_code": "hdi", "answer_type": "measure", "state": "answered"}
    items = items.assign(needed=np.nan, required=1.0, weight=1.0, confidence=1.0, **same)
    items["attainment"] = attainment(items, level_top=4)
    weights = pd.DataFrame({"dimension_code": ["health", "education", "income"]})
    found = site_gaps(
        dimension_gaps(items, by=["iso3", "area_code"]),
        weights.assign(area_code="hdi", weight=1 / 3),
        by=["iso3", "area_code"],
        floor=1e-12,
        coverage_needed=1,
        dimensions_needed=3,
    )
    return 1 - found.set_index("iso3")["gap"]


def test_the_geometric_mean_gives_every_published_human_development_index():
    rows = published()
    found = rows["iso3"].map(human_development(rows)).round(3)
    assert len(rows) >= 4
    assert found.tolist() == rows["hdi_2022"].tolist()


matrices = st.integers(0, 10_000).map(
    lambda seed: np.random.default_rng(seed).uniform(0.02, 1, (8, 3)).round(3)
)
weightings = st.tuples(*[st.integers(1, 9)] * 3).map(lambda given: np.array(given) / sum(given))


def weighted_by(method: type, matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """What pymcdm makes of the rows of a matrix that is on one scale already."""
    return method(as_it_is)(matrix, weights, np.ones(3), validation=False)


def as_it_is(column: np.ndarray, *, cost: bool) -> np.ndarray:
    """A column that needs no other scale."""
    return column


@few
@given(matrices, weightings)
def test_importance_and_its_order_are_the_weighted_sums_of_pymcdm(matrix, weights):
    rows = pd.DataFrame(matrix, columns=list(PARTS.values()))
    found = importance(rows, dict(zip(PARTS, weights, strict=True)))
    expected = weighted_by(WSM, matrix, weights)
    assert found.tolist() == pytest.approx(expected.tolist())
    order = rank_draws(expected[:, None])[:, 0]
    if len(set(expected)) == len(expected):
        assert order.tolist() == rrankdata(expected).tolist()


@few
@given(matrices, weightings)
def test_weighted_means_are_the_weighted_sums_of_pymcdm(matrix, weights):
    rows = pd.DataFrame(
        {
            "row": np.repeat(np.arange(8), 3),
            "value": matrix.ravel(),
            "weight": np.tile(weights, 8),
        }
    )
    found = weighted_means(rows, ["value"], weight="weight", by=["row"])["value"]
    assert found.tolist() == pytest.approx(weighted_by(WSM, matrix, weights).tolist())


@few
@given(matrices, weightings)
def test_the_level_of_a_capability_is_the_weighted_product_of_pymcdm(matrix, weights):
    names = ["personnel", "software", "equipment"]
    rows = pd.DataFrame(1 - matrix, columns=names).rename_axis("site_code").reset_index()
    rows = rows.melt(id_vars="site_code", var_name="dimension_code", value_name="gap")
    rows = rows.assign(area_code="records", coverage_share=1.0, confidence=1.0)
    rows = rows.assign(gap_low=rows["gap"], gap_high=rows["gap"])
    found = site_gaps(
        rows,
        pd.DataFrame({"area_code": "records", "dimension_code": names, "weight": weights}),
        by=["site_code", "area_code"],
        floor=1e-12,
        coverage_needed=1,
        dimensions_needed=3,
    )
    expected = weighted_by(WPM, matrix, weights)
    assert (1 - found["gap"]).tolist() == pytest.approx(expected.tolist())
