"""What every chart must be: a valid specification without foreign addresses, small, and alone."""

import json
import re

import altair as alt
import pytest

from unpol_data.figures.palette import PALETTES

MOST_BYTES = 60_000


def texts_of(part: object) -> list[str]:
    """All strings in a specification."""
    if isinstance(part, dict):
        return [text for inner in part.values() for text in texts_of(inner)]
    if isinstance(part, list):
        return [text for inner in part for text in texts_of(inner)]
    return [part] if isinstance(part, str) else []


def sound(chart) -> dict:
    """The chart's specification, once it is valid, small, and free of foreign addresses."""
    spec = chart.to_dict()
    alt.LayerChart.from_dict(spec)
    spec.pop("$schema")
    assert len(json.dumps(spec)) < MOST_BYTES
    assert not [text for text in texts_of(spec) if re.search(r"\w+://|^//", text)]
    assert spec["width"] == "container"
    assert spec["background"] == "transparent"
    return spec


@pytest.fixture
def sound_spec():
    return sound


@pytest.fixture
def texts():
    return texts_of


@pytest.fixture(params=sorted(PALETTES))
def colours(request):
    return PALETTES[request.param]
