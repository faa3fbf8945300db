"""A record stands there once."""


def test_a_key_said_twice_names_the_earlier_row(found):
    told = [one for one in found(lessons=[{}, {"title": "Other"}]) if one.rule == "said_twice"]
    assert [(one.row, one.words) for one in told] == [(3, "LESSON-1 stands in row 2 too")]


def test_a_key_of_several_columns_may_share_a_part(rules):
    assert rules(considerations=[{}, {"area_code": "power"}]) == []
    assert rules(considerations=[{}, {}]) == ["said_twice"]
