"""Which assumption does the order of the priorities in scope hang on most?

Takes a second or two and loads SALib and SciPy when it is called: for the worker and the
command line, never for a page.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.drawing import assumptions, drawn_items
from unpol_data.publishing.rules import Rules, rules_in_force
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.draws import gap_draws
from unpol_data.views import priorities
from unpol_data.views.stability import drawn_priorities


@dataclass(frozen=True)
class _Scope:
    """All that enters the priorities of one filter."""

    rows: pd.DataFrame
    severities: pd.DataFrame
    items: pd.DataFrame
    chosen: Filters
    rules: Rules

    def priorities_of(self, chance: Chance) -> np.ndarray:
        """The priority draws that follow from these chance numbers."""
        weights = self.rules.tables.dimension_weights
        fixed = assumptions(self.rules)
        draws = gap_draws(self.items, weights, assumptions=fixed, chance=chance)
        return drawn_priorities(self.rows, draws, self.severities, self.chosen, chance=chance)


def assumption_shares(
    connection: Connection, chosen: Filters, viewer: Viewer, *, sample_count: int = 128
) -> pd.DataFrame:
    """One row per group of assumptions for what the filters choose; see scoring.sensitivity.

    The draws are made anew, with confidence as on the as-of date. No rows where nothing
    is ranked. Method note, section 10.
    """
    from unpol_data.scoring import sensitivity  # brings SciPy, so only when it is needed

    scope = _scope(connection, chosen, viewer)
    return sensitivity.assumption_shares(
        scope.priorities_of,
        scope.rows["priority"],
        seed=int(scope.rules.parameters.draw_seed),
        sample_count=sample_count,
    )


def _scope(connection: Connection, chosen: Filters, viewer: Viewer) -> _Scope:
    rules = rules_in_force()
    rows = priorities.priorities(connection, chosen, viewer)
    where = {"on": chosen.as_of, "clearance": viewer.clearance}
    items = [
        drawn_items(connection, mission_code, rules, **where)
        for mission_code in sorted(rows["mission_code"].unique())
    ]
    every = pd.concat(items, ignore_index=True) if items else pd.DataFrame()
    if len(every):
        every = every[(every["side"] == chosen.side) & (every["horizon"] == chosen.horizon)]
        every = every[every["area_code"].isin(rows["area_code"].unique())]
    severities = priorities.severities(connection, chosen, viewer)
    return _Scope(rows, severities, every, chosen, rules)
