"""A start that cannot succeed says why, in one sentence, and what to do."""

import socket

import pytest

from web.start import StartRefused, check_port


def test_a_port_that_is_taken_says_who_must_stop():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(StartRefused, match="stop the program that holds it"):
            check_port("127.0.0.1", taken.getsockname()[1])


def test_an_address_this_computer_does_not_have_is_not_blamed_on_another_program():
    with pytest.raises(StartRefused, match="no such address, so set UNPOL_ADDRESS"):
        check_port("192.0.2.1", 8501)
