"""Are the figures of tiles readable, however long?"""

import pytest
from streamlit.testing.v1 import AppTest


def drawn(figure: str) -> AppTest:
    """A tile with this figure."""

    def script(figure: str) -> None:
        from pages.ui import panels

        panels.tile(panels.Tile("What it is", figure))

    return AppTest.from_function(script, kwargs={"figure": figure}).run()


@pytest.mark.parametrize("figure", ["3,620", "98 %", "not known"])
def test_a_short_figure_is_a_metric(figure):
    app = drawn(figure)
    assert app.metric[0].value == figure
    assert app.metric[0].label == "What it is"


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        ("Cyber investigation", "## Cyber investigation"),
        ("14.2 m USD", "## 14\\.2 m USD"),
        ("Communications", "### Communications"),
    ],
)
def test_a_long_figure_is_text_that_wraps_and_is_smaller_the_longer_its_words(figure, written):
    app = drawn(figure)
    assert not app.metric
    assert app.markdown[1].value == written
