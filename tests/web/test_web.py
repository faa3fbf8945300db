"""What the routes of our own answer, and to whom."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from web import geo, health, index
from web.local_only import SENTENCE, LocalOnly, is_local
from web.unknown_pages import UnknownPages

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PATHS = ["overview", "mission", "method"]


def client(base: str = "", **scope: str) -> TestClient:
    """A client of an application with our routes and the middleware."""
    routes = [*health.routes(base), *geo.routes(base), *index.routes(PATHS, base=base)]
    unknown = Middleware(UnknownPages, paths=PATHS, notice="no_such_page", base=base)
    app = Starlette(routes=routes, middleware=[Middleware(LocalOnly), unknown])
    return TestClient(app, base_url="http://127.0.0.1:8501", follow_redirects=False, **scope)


def test_health_is_answered_in_json_and_never_kept():
    answer = client().get("/healthz")
    assert answer.json() == {"status": "ok"}
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "127.0.0.1:80", "[::1]:8501"])
def test_this_computer_is_answered_by_its_own_names(host):
    scope = {"headers": [(b"host", host.encode())], "server": ("127.0.0.1", 8501)}
    assert is_local({"type": "http", **scope})


@pytest.mark.parametrize(
    "host", ["dashboard.example", "127.0.0.1.example", "10.0.0.5:8501", "", "[::1", "localhost."]
)
def test_another_name_in_the_request_is_refused(host):
    answer = client().get("/healthz", headers={"host": host})
    assert answer.status_code == 403
    assert answer.text == SENTENCE


def test_a_request_that_arrived_at_another_address_is_refused():
    scope = {"headers": [(b"host", b"127.0.0.1")], "server": ("10.0.0.5", 8501)}
    assert not is_local({"type": "http", **scope})


def test_a_request_with_two_names_is_refused():
    hosts = [(b"host", b"127.0.0.1"), (b"host", b"dashboard.example")]
    assert not is_local({"type": "http", "headers": hosts, "server": ("127.0.0.1", 8501)})


def test_a_websocket_for_another_name_is_refused():
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client().websocket_connect("/_stcore/stream", headers={"host": "dashboard.example"}),
    ):
        pass
    assert refused.value.code == 1008


@pytest.mark.parametrize("path", ["/", "/mission", "/method?mission=UNMISS"])
def test_every_page_path_gets_the_page_with_the_base_script_before_the_bundle(path):
    page = client().get(path).text
    assert "<title>UNPOL technology capacity</title>" in page
    assert page.index("window.__streamlit={BACKEND_BASE_URL") < page.index('type="module"')
    assert '<html lang="en">' in page
    assert "icon.svg" in page
    assert "favicon.png" not in page


def test_the_start_page_answers_to_its_name_and_keeps_the_filters():
    answer = client().get("/overview?mission=UNMISS&mission=BINUH")
    assert answer.headers["location"] == "/?mission=UNMISS&mission=BINUH"


@pytest.mark.parametrize("path", ["/foo", "/a/b", "/mission/x", "/geo2", "/x.html"])
def test_a_browser_at_an_address_of_no_page_is_led_to_the_start(path):
    answer = client().get(f"{path}?mission=UNMISS", headers=BROWSER)
    assert answer.is_redirect
    assert answer.headers["location"] == "/?mission=UNMISS&no_such_page=yes"
    below = client("/unpol").get(f"/unpol{path}", headers=BROWSER)
    assert below.headers["location"] == "/unpol/?no_such_page=yes"


@pytest.mark.parametrize("path", ["/", "/mission", "/healthz", "/icon.svg", "/geo/none.json"])
def test_a_browser_at_a_path_that_is_answered_is_left_there(path):
    assert not client().get(path, headers=BROWSER).is_redirect


@pytest.mark.parametrize("path", ["/_stcore/host-config", "/static/js/x.js", "/media/x.csv"])
def test_the_paths_of_streamlit_are_left_to_it(path):
    assert client().get(path, headers=BROWSER).status_code == 404


def test_a_program_at_an_address_of_no_page_is_not_led_anywhere():
    assert client().get("/foo", headers={"accept": "*/*"}).status_code == 404
    assert client().post("/foo", headers=BROWSER).status_code == 404


def test_the_page_is_not_sent_twice():
    first = client().get("/mission")
    again = client().get("/mission", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_a_base_path_is_respected():
    served = client("/unpol")
    assert served.get("/unpol/healthz").json() == {"status": "ok"}
    page = served.get("/unpol/mission").text
    assert 'BACKEND_BASE_URL:location.origin+"/unpol/"' in page
    assert served.get("/unpol/overview").headers["location"] == "/unpol/"


def test_another_version_of_streamlits_page_is_not_changed_blindly(monkeypatch):
    monkeypatch.setattr(index, "streamlit_index", lambda: "<html></html>")
    with pytest.raises(index.StreamlitPageChanged, match="adapt web/index.py"):
        index.page()


def test_shapes_are_kept_for_good_under_their_exact_names_only():
    names = sorted(path.name for path in geo.FOLDER.glob("*.json"))
    assert names
    for name in names:
        answer = client().get(f"/geo/{name}")
        assert answer.json()
        assert "immutable" in answer.headers["cache-control"]
    assert client().get("/geo/..%2Fgeo.py").status_code == 404
    assert client().get("/geo/none.json").status_code == 404


def test_the_icon_is_our_own():
    answer = client().get("/icon.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
