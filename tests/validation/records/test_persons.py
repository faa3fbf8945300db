"""Records name offices and roles, never persons."""

import pytest


@pytest.mark.parametrize(
    ("kind", "changed", "rule"),
    [
        ("decisions", {"office": "Ms Example"}, "personal_name"),
        ("decisions", {"office": "somebody@example.org"}, "email_address"),
        ("expertise", {"role": "+39 0831 000 000"}, "phone_number"),
        ("engagements", {"partner": "Dr Example"}, "personal_name"),
        ("decisions", {"office": "John Smith"}, "personal_name"),
        ("expertise", {"role": "Cpt. Doe"}, "personal_name"),
        ("lessons", {"words": "Ask somebody@example.org"}, "email_in_text"),
    ],
)
def test_a_person_is_not_named(rules, kind, changed, rule):
    assert rules(**{kind: [changed]}) == [rule]
