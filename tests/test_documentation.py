"""What the documents promise is there, and what is there is documented."""

import re
from pathlib import Path

from pages.ui import menu
from tests import brief
from unpol_data import reference

ROOT = Path(__file__).parent.parent


def text(name: str) -> str:
    """A document of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_documented_and_every_documented_setting_is_read():
    documented = set(re.findall(r"`(UNPOL_\w+)`", text("docs/deployment.md")))
    read = set(re.findall(r'"(UNPOL_\w+)"', text("unpol_data/settings.py")))
    assert documented == read


def test_every_runtime_dependency_has_its_reason():
    decisions = text("docs/decisions.md").casefold()
    for name in re.findall(r"^([\w-]+)==", text("requirements.txt"), re.MULTILINE):
        assert f"**{name.casefold()}**" in decisions, name


def test_every_development_dependency_has_its_reason():
    decisions = text("docs/decisions.md").casefold()
    for name in re.findall(r"^([\w-]+)==", text("requirements-dev.txt"), re.MULTILINE):
        assert f"**{name.casefold()}**" in decisions, name


def test_every_parameter_of_the_method_says_what_it_means():
    parameters = reference.table("parameters")
    assert parameters["meaning"].str.len().min() >= 15


def test_every_column_users_fill_in_is_explained():
    columns = reference.table("columns")
    assert columns["meaning"].str.len().min() >= 10


def test_readme_leads_with_the_two_commands():
    start = text("README.md")[:1500]
    assert "make run" in start
    assert "make test" in start


def test_each_row_of_the_brief_names_a_page_of_the_menu_and_at_most_two_clicks():
    pages = {entry.title: entry.section for entry in menu.KNOWN}
    rows = brief.rows()
    assert {row.part for row in rows} == set(brief.PARTS)
    for row in rows:
        assert row.page in pages, row
        assert len(row.clicks) <= 2, row
        if len(row.clicks) == 2:
            assert row.clicks == (pages[row.page], row.page), row


def test_readme_tells_of_every_page_in_one_table_by_its_question():
    rows = re.findall(r"^\| ([\w ]+) \| ([^|]+\?) \| [^|]+ \|$", text("README.md"), re.MULTILINE)
    assert [page for page, _ in rows] == [entry.title for entry in menu.KNOWN]
