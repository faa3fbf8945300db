"""Only servers that may be asked are asked."""

import pytest

from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.servers.address import Address, checked, same_server


def refusal(url: str, allowed: tuple[str, ...] = (), *, only_allowed: bool = False) -> str:
    """The sentence with which an address is refused."""
    with pytest.raises(Refused) as refused:
        checked(url, allowed=allowed, only_allowed=only_allowed)
    return str(refused.value)


@pytest.mark.parametrize(
    "url", ["", "kf.kobotoolbox.org", "ftp://a.org", "file:///etc/passwd", "https://a.org?x=1"]
)
def test_what_is_no_address_of_a_server_is_refused(url):
    assert "not the address of a server" in refusal(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1",
        "https://10.0.0.1",
        "https://192.168.1.1:8443",
        "https://169.254.169.254/latest",
        "https://100.64.0.1",
        "https://[::1]",
        "https://[::ffff:10.0.0.1]",
        "https://localhost",
        "https://2130706433",
    ],
)
def test_a_machine_inside_the_own_network_is_refused(url):
    assert "inside a private network" in refusal(url)


def test_one_that_is_allowed_by_name_may_be_asked():
    found = checked("https://10.0.0.1/kobo/", allowed=("10.0.0.1",), only_allowed=True)
    assert found == Address("https://10.0.0.1/kobo", "10.0.0.1")


def test_where_only_allowed_ones_are_asked_no_other_is():
    words = refusal("https://93.184.216.34", ("kf.kobotoolbox.org",), only_allowed=True)
    assert "kf.kobotoolbox.org only, not from 93.184.216.34" in words


def test_a_token_is_sent_encrypted_except_to_this_machine():
    assert "over https" in refusal("http://93.184.216.34")
    assert checked("http://127.0.0.1:8001", allowed=("127.0.0.1",), only_allowed=True)


def test_an_address_with_a_password_is_refused_and_not_repeated():
    words = refusal("https://ada:secret@a.org")
    assert "name or password" in words
    assert "secret" not in words


def test_a_page_on_the_same_server_is_asked_as_the_first_was():
    server = Address("https://kf.org/x", "kf.org")
    assert same_server("http://kf.org/api?start=2", server) == "https://kf.org/api?start=2"
    assert same_server("/api", server) == "https://kf.org/api"
    with pytest.raises(Refused, match="another server, evil.org"):
        same_server("https://evil.org/api", server)
