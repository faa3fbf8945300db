"""The template command."""

import pytest

from unpol_data.exports import template


def test_the_template_is_written_where_asked(run, tmp_path):
    outcome = run("template", "--kind", "workbook", "-o", "blank.xlsx")
    assert outcome.code == 0
    assert (tmp_path / "blank.xlsx").read_bytes() == template.workbook()


@pytest.mark.parametrize(
    "arguments", [("--kind", "workbook", "--lang", "xx"), ("--kind", "form"), ()]
)
def test_an_unknown_language_or_kind_is_a_usage_error(run, arguments):
    assert run("template", *arguments).code == 2


def test_a_place_that_cannot_be_written_is_one_sentence(run, tmp_path):
    outcome = run("template", "--kind", "workbook", "-o", str(tmp_path))
    assert outcome.code == 1
    assert "cannot be written" in outcome.err
