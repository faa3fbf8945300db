"""Which reference data do stored figures rest on?"""

from dataclasses import fields

from unpol_data import reference
from unpol_data.publishing.rules import Parameters, Tables, rules_in_force


def test_the_rules_are_what_reference_data_says():
    rules = rules_in_force()
    for field in fields(Parameters):
        assert getattr(rules.parameters, field.name) == reference.parameter(field.name)
    for field in fields(Tables):
        assert len(getattr(rules.tables, field.name)) == len(reference.table(field.name))
