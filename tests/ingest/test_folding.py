"""Words fold alike wherever they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data.ingest.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Débit (kbit/s)", "debit kbit s"),
        ("VHF_Handheld", "vhf handheld"),
        ("Congo, Dem, Rep,", "congo dem rep"),
        ("\u00a0Kaga-Bandoro ", "KAGA BANDORO"),
        ("*Yes*", "yes"),
        ("Straße", "STRASSE"),
    ],
)
def test_capitals_accents_signs_and_blanks_make_no_difference(one, other):
    assert folded(one) == folded(other) != ""


def test_names_in_other_scripts_stay_apart():
    assert folded("جوبا") != folded("واو") != ""
    assert folded("– ? –") == ""


@given(st.text())
def test_what_is_folded_stays_as_it_is(words):
    assert folded(folded(words)) == folded(words)
