"""Which mapping is used for which headings."""

from unpol_data.access import LOCAL
from unpol_data.queries import mappings
from unpol_data.store import reading
from unpol_data.store.writes import keep_mapping

FIRST = {"columns": {"Place": ["site_code", ""]}, "constants": {}}
SECOND = {"columns": {"Place": ["note", ""]}, "constants": {}}


def test_the_newest_of_each_headings_and_kind_is_told(store):
    for digest, kind, said in (
        ("a", "answers", FIRST),
        ("a", "sites", FIRST),
        ("a", "answers", SECOND),
        ("b", "answers", FIRST),
    ):
        keep_mapping(store, digest, kind=kind, column_map=said, account="ada")
    with reading(store) as connection:
        found = mappings.kept(connection, LOCAL)
    told = list(zip(found["headings_digest"], found["kind"], found["column_map"], strict=True))
    assert told == [
        ("a", "answers", SECOND),
        ("a", "sites", FIRST),
        ("b", "answers", FIRST),
    ]
    assert found["recorded_at"].iloc[0].tzinfo is not None


def test_nothing_kept_is_nothing_told(store):
    with reading(store) as connection:
        assert mappings.kept(connection, LOCAL).empty
