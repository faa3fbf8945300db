"""A server on this machine that speaks as KoboToolbox and ODK Central do, errors included."""

import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

import pytest

TOKEN = "9f2c1d-not-a-real-token-77aa"
KOBO_FORM, ODK_FORM = "aHnGxAGvPCsXAuZNmkyTpq", "3/team_site"


@dataclass
class FormServer:
    """What it holds and how it behaves; `faults` are answers given before the right ones."""

    url: str = ""
    submissions: list[dict] = field(default_factory=list)
    page_rows: int = 2
    faults: list = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    packed: bool = False
    next_url: str | None = None

    def page(self, path: str, query: dict) -> dict | None:
        """A page of the form as either server writes it, or nothing where there is no form."""
        if path == f"/api/v2/assets/{KOBO_FORM}/data/":
            start = int(query["start"][0])
            rows = self._since(query.get("query"))
            after = start + self.page_rows
            more = f"{self.url}{path}?format=json&limit=2&start={after}"
            told = {"count": len(rows), "previous": None, "results": rows[start:after]}
            return told | {"next": self._next(more) if after < len(rows) else None}
        if path == "/v1/projects/3/forms/team_site.svc/Submissions":
            start = int(query.get("$skiptoken", ["0"])[0])
            after = start + self.page_rows
            told = {"@odata.context": "...", "value": self.submissions[start:after]}
            if after < len(self.submissions):
                more = f"{self.url}{path}?{quote('$')}skiptoken={after}&{quote('$')}expand=*"
                told["@odata.nextLink"] = self._next(more)
            return told
        return None

    def _next(self, url: str) -> str:
        return self.next_url or url

    def _since(self, query: list[str] | None) -> list[dict]:
        if not query:
            return self.submissions
        since = json.loads(query[0])["_submission_time"]["$gte"]
        return [one for one in self.submissions if one["_submission_time"] >= since]


class Handler(BaseHTTPRequestHandler):
    """Answers one request as the server at hand would."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A fault where one is due, else the page, else an error as the real servers give."""
        held: FormServer = self.server.held
        held.asked.append(self.path)
        if held.faults:
            fault = held.faults.pop(0)
            if fault is not None:
                self._fail(fault)
                return
        if self.headers.get("Authorization") not in (f"Token {TOKEN}", f"Bearer {TOKEN}"):
            self._answer(401, {"detail": "Invalid token."})
            return
        parts = urlsplit(self.path)
        page = held.page(parts.path, parse_qs(parts.query))
        self._answer(200, page) if page else self._answer(404, {"detail": "Not found."})

    def _fail(self, fault: tuple) -> None:
        status, headers = fault
        if status == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"results": [')
            self.close_connection = True
            return
        self._answer(status, {"detail": "fault"}, **headers)

    def _answer(self, status: int, told: dict, **headers: str) -> None:
        body = json.dumps(told).encode()
        if self.server.held.packed:
            body, headers = gzip.compress(body), {**headers, "Content-Encoding": "gzip"}
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def form_server() -> Iterator[FormServer]:
    """The server, with five submissions."""
    held = FormServer(
        submissions=[
            {"_id": n, "_uuid": f"u{n}", "_submission_time": f"2026-03-0{n}T08:00:00"}
            for n in range(1, 6)
        ]
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.held = held
        server.handle_error = lambda *_: None
        held.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield held
        server.shutdown()
        thread.join()
