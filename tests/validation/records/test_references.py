"""What a record names has to be there, and of the same mission."""

from tests.programme_rows import rows

OTHER = {"option_code": "OPTION-2", "parent_code": "OPTION-1"}


def test_a_visit_that_is_nowhere_is_told_the_nearest(found):
    told = [one for one in found(budget_lines=[{"visit_code": "VISIT-9"}]) if one.row == 2]
    problem = next(one for one in told if one.rule == "unknown_record")
    assert (problem.sheet, problem.column, problem.expected) == (
        "budget_lines",
        "visit_code",
        "VISIT-1",
    )


def test_what_is_in_force_already_may_be_named(rules):
    lines = [{"visit_code": "VISIT-9"}]
    assert rules(budget_lines=lines) == ["unknown_record"]
    held = {"visits": rows("visits", {"visit_code": "VISIT-9"})}
    assert rules(budget_lines=lines, held=held) == []


def test_a_visit_goes_to_sites_of_its_mission(rules):
    assert rules(visits=[{"site_codes": "UNMISS-BOR"}]) == []
    assert rules(visits=[{"site_codes": "UNMISS-BOR BINUH-GONAIVES"}]) == ["unknown_site"]


def test_a_gain_is_of_a_site_of_the_option_or_of_its_whole_mission(rules):
    assert rules(option_gains=[{"site_code": "UNMISS-BOR"}]) == []
    assert rules(option_gains=[{"site_code": "BINUH"}]) == ["unknown_site"]


def test_options_that_need_one_another_in_a_circle_are_told(rules):
    assert rules(options=[{}, OTHER]) == []
    assert rules(options=[{"parent_code": "OPTION-2"}, OTHER]) == ["circle_of_options"]


def test_an_option_needs_one_of_its_own_mission(rules):
    assert rules(options=[{}, OTHER | {"mission_code": "BINUH"}]) == ["other_mission"]


def test_a_decision_about_an_option_is_about_its_mission(rules):
    assert rules(decisions=[{"mission_code": None}]) == []
    assert rules(decisions=[{"mission_code": "BINUH"}]) == ["other_mission"]
