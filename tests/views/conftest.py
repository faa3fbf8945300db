"""A store of goals, officers and risks, seen through any view of them."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from tests.goal_filing import AS_OF, TODAY, served_goals
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading


@pytest.fixture(scope="session")
def goal_store(tmp_path_factory) -> Iterator[Engine]:
    """The store of tests.goal_filing, only to be read."""
    engine = open_store(f"sqlite:///{served_goals(tmp_path_factory.mktemp('goals'))}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def of_goals(goal_store) -> Callable:
    """What a view says of it, for filters as of AS_OF unless given otherwise."""

    def found(view: Callable, *, viewer=LOCAL, recorded_by=None, scheme=None, **fields):
        more = {} if scheme is None else {"scheme": scheme}
        with reading(goal_store) as connection:
            return view(
                connection,
                Filters(**{"as_of": AS_OF} | fields),
                viewer,
                today=TODAY,
                recorded_by=recorded_by,
                **more,
            )

    return found
