"""Submissions are fetched whole from a server that is far away and busy, or not at all."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.ingest.servers.conftest import KOBO_FORM, ODK_FORM, TOKEN
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.servers.fetching import Form, fetched
from unpol_data.settings import settings


@pytest.fixture
def waits():
    """How long was waited between two tries, in seconds; nobody really waits."""
    return []


@pytest.fixture
def at(tmp_path):
    """The settings of a store of its own, which may ask this machine."""
    store = f"sqlite:///{tmp_path / 'unpol.db'}"
    return settings({"UNPOL_STORE_URL": store, "UNPOL_PULL_HOSTS": "127.0.0.1"})


@pytest.fixture
def fetch(form_server, at, waits):
    """What is fetched of the form."""

    def all_of(server="kobo", account="ana", **more):
        form = {"kobo": KOBO_FORM, "odk": ODK_FORM}[server]
        wanted = Form(**{"server": server, "url": form_server.url, "form": form} | more)
        given = {"token": TOKEN, "account": account, "settings": at, "only_allowed": True}
        return fetched(wanted, **given, sleep=waits.append)

    return all_of


def left(tmp_path) -> list:
    """The pages kept beside the store."""
    return sorted((tmp_path / "fetched").glob("*/*.json"))


@pytest.mark.parametrize(("server", "rows"), [("kobo", "results"), ("odk", "value")])
@pytest.mark.parametrize("packed", [False, True])
def test_every_page_is_fetched_and_makes_one_document(fetch, form_server, server, rows, packed):
    form_server.packed = packed
    found = fetch(server)
    assert json.loads(found.content) == {rows: form_server.submissions}
    assert found.submissions == 5
    assert len(form_server.asked) == 3


def test_only_submissions_since_a_date_are_fetched_when_asked(fetch, form_server):
    fetch("kobo", since=date(2026, 3, 4))
    assert "%22%24gte%22%3A+%222026-03-04%22" in form_server.asked[0]
    form_server.asked.clear()
    fetch("odk", since=date(2026, 3, 4))
    assert "submissionDate%20ge%202026-03-04T00%3A00%3A00.000Z" in form_server.asked[0]


def test_a_busy_server_is_asked_again_when_it_says(fetch, form_server, waits):
    form_server.faults = [(429, {"Retry_After": "7"}), (503, {}), None, (502, {})]
    assert fetch().submissions == 5
    assert waits == [7.0, 2.0, 1.0]


def test_a_connection_that_is_cut_is_made_again(fetch, form_server, waits):
    form_server.faults = [None, ("cut", {}), ("cut", {})]
    assert fetch().submissions == 5
    assert waits == [1.0, 2.0]


def test_a_fetch_that_broke_off_goes_on_where_it_was(fetch, form_server, tmp_path):
    form_server.faults = [None, *[(500, {})] * 5]
    with pytest.raises(Refused, match=r"has a fault of its own \(500\)\. What was fetched is kept"):
        fetch()
    assert len(left(tmp_path)) == 1
    form_server.asked.clear()
    assert json.loads(fetch().content)["results"] == form_server.submissions
    assert len(form_server.asked) == 2
    assert not left(tmp_path)


def test_pages_that_one_account_fetched_are_not_used_for_another(fetch, form_server, tmp_path):
    form_server.faults = [None, *[(500, {})] * 5]
    with pytest.raises(Refused):
        fetch(account="ana")
    form_server.asked.clear()
    assert json.loads(fetch(account="ben").content)["results"] == form_server.submissions
    assert len(form_server.asked) == 3
    assert len(left(tmp_path)) == 1


def test_what_another_fetched_is_not_shown_to_whom_the_server_refuses(
    fetch, form_server, at, tmp_path
):
    form_server.faults = [None, *[(500, {})] * 5]
    with pytest.raises(Refused):
        fetch()
    wanted = Form("kobo", form_server.url, KOBO_FORM)
    with pytest.raises(Refused, match="does not accept the token"):
        fetched(wanted, token="another", account="ana", settings=at, only_allowed=True)


def test_a_server_that_asks_for_too_much_patience_is_left(fetch, form_server):
    form_server.faults = [(429, {"Retry_After": "86400"})]
    with pytest.raises(Refused, match="asks to wait longer"):
        fetch()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ((401, {}), "does not accept the token"),
        ((403, {}), "does not accept the token"),
        ((404, {}), "knows no such form"),
        ((418, {}), "answered with 418"),
        ((302, {"Location": "https://elsewhere.example/"}), "sends on to another server"),
        ((302, {"Location": "/accounts/login/"}), "knows no such form"),
    ],
)
def test_what_the_server_answers_instead_is_said_in_words(fetch, form_server, fault, words):
    form_server.faults = [fault]
    with pytest.raises(Refused, match=words):
        fetch()


def test_a_next_page_on_another_server_is_not_asked_for(fetch, form_server, tmp_path):
    form_server.next_url = "https://elsewhere.example/api/v2/assets/x/data/"
    with pytest.raises(Refused, match="elsewhere.example; it was not followed"):
        fetch()


def test_a_page_that_names_itself_as_the_next_does_not_go_on_for_ever(fetch, form_server):
    form_server.next_url = f"{form_server.url}/api/v2/assets/{KOBO_FORM}/data/?start=0"
    with pytest.raises(Refused, match="again and again"):
        fetch()


def test_an_answer_of_another_shape_is_refused(fetch, form_server):
    form_server.page = lambda *_: {"results": []}
    with pytest.raises(Refused, match="did not answer as ODK Central does"):
        fetch("odk")


@pytest.mark.parametrize("packed", [False, True])
def test_more_than_a_file_may_hold_is_refused(form_server, at, packed):
    form_server.submissions = [{"_id": 1, "note": "x" * (2 << 20)}]
    form_server.packed = packed
    wanted = Form("kobo", form_server.url, KOBO_FORM)
    small = replace(at, import_max_mb=1)
    with pytest.raises(Refused, match="more than 1 MB"):
        fetched(wanted, token=TOKEN, account="ana", settings=small, only_allowed=True)


@pytest.mark.parametrize("form", ["../../me", "a b", "", "3/team site"])
@pytest.mark.parametrize("server", ["kobo", "odk"])
def test_a_form_that_is_none_is_refused_before_anybody_is_asked(fetch, form_server, server, form):
    with pytest.raises(Refused, match="This is not a form of"):
        fetch(server, form=form)
    assert not form_server.asked


@pytest.mark.parametrize("token", ["", "two words", "l\u00edne", "a\nb"])
def test_a_token_that_is_none_is_refused_and_not_repeated(form_server, at, token):
    wanted = Form("kobo", form_server.url, KOBO_FORM)
    with pytest.raises(Refused) as refusal:
        fetched(wanted, token=token, account="ana", settings=at, only_allowed=True)
    assert not token or token not in str(refusal.value)


def test_the_token_is_in_no_file_and_in_no_message(fetch, form_server, tmp_path, caplog):
    caplog.set_level("DEBUG")
    form_server.faults = [None, *[(500, {})] * 5]
    with pytest.raises(Refused) as refusal:
        fetch()
    assert TOKEN not in repr(refusal.value) + caplog.text
    pages = left(tmp_path)
    assert pages
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or TOKEN.encode() not in path.read_bytes()
    assert pages[0].stat().st_mode & 0o077 == 0
