"""A JSON document is read whole, or refused in one sentence."""

import pytest

from unpol_data.ingest import json_file
from unpol_data.ingest.refusal import Refused


def value(content: bytes, most: int = 100):
    return json_file.value(content, most_values=most)


def refusal(content: bytes, most: int = 100) -> str:
    with pytest.raises(Refused) as caught:
        value(content, most)
    return str(caught.value)


def test_objects_and_lists_are_recognised_and_prose_is_not():
    assert json_file.recognises(b'\xef\xbb\xbf \n{"a": 1}')
    assert json_file.recognises(b"[]")
    assert not json_file.recognises(b"{\\rtf1 a letter}")
    assert not json_file.recognises(b"a,b\n1,2\n")


def test_values_come_as_they_are():
    told = '\ufeff{"results": [{"a/b": "3", "n": 2.5, "none": null, "name": "بانغي 🚓"}]}'
    found = value(told.encode())
    assert found == {"results": [{"a/b": "3", "n": 2.5, "none": None, "name": "بانغي 🚓"}]}


def test_a_number_too_long_to_be_exact_stays_text():
    assert value(b'{"id": 123456789012345678901234567890}') == {
        "id": "123456789012345678901234567890"
    }
    assert value(b"[" + b"9" * 10_000 + b"]") == ["9" * 10_000]


def test_nesting_without_end_is_refused_before_it_is_followed():
    assert "deeper than 60 levels" in refusal(b"[" * 1_000_000)
    assert "deeper than 60 levels" in refusal(b'{"a":' * 200_000)


def test_brackets_within_text_do_not_count():
    assert value(b'["' + b"[" * 1_000 + b'\\"[["]') == ["[" * 1_000 + '"[[']


def test_what_is_said_twice_is_refused_and_named():
    assert "'a' twice" in refusal(b'{"a": 1, "a": 2}')


def test_too_many_values_are_refused_with_the_setting():
    assert "UNPOL_IMPORT_MAX_CELLS" in refusal(b"[" + b"1," * 200 + b"1]")


@pytest.mark.parametrize("word", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999"])
def test_what_is_no_number_is_refused(word):
    assert "is no number" in refusal(b"[" + word + b"]")


def test_a_cut_document_is_refused_with_its_place():
    assert "line 2, column" in refusal(b'{"a": 1,\n"b": ')


def test_another_encoding_is_refused():
    assert "UTF-8" in refusal('{"a": "é"}'.encode("cp1252"))


@pytest.mark.parametrize("text", [b"a\\u0000b", b"a\\ud800b", b"\\udc00"])
def test_text_that_no_database_holds_is_refused(text):
    assert "signs that are none" in refusal(b'{"note": "' + text + b'"}')
    assert "signs that are none" in refusal(b'{"' + text + b'": 1}')
    assert value(b'{"note": "\\ud83d\\ude93"}') == {"note": "\U0001f693"}
