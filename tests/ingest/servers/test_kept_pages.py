"""What an interrupted fetch left behind is found again, for a day, and by nobody else."""

import os
import time

from unpol_data.ingest.servers.kept_pages import KEPT_SECONDS, KeptPages, place


def test_pages_are_found_again_in_their_order(tmp_path):
    folder = place(f"sqlite:///{tmp_path / 'unpol.db'}", "https://kf.org", "/data")
    for number, page in enumerate([b"one", b"two"]):
        KeptPages(folder).keep(number, page)
    assert KeptPages(folder).pages() == [b"one", b"two"]
    assert folder.stat().st_mode & 0o077 == 0


def test_a_page_that_was_being_written_is_not_there(tmp_path):
    kept = KeptPages(tmp_path / "fetched" / "one")
    (kept.folder / "000000.part").write_bytes(b"ha")
    assert kept.pages() == []


def test_pages_of_yesterday_are_gone(tmp_path):
    old = KeptPages(tmp_path / "fetched" / "one")
    old.keep(0, b"page")
    before = time.time() - KEPT_SECONDS - 60
    os.utime(old.folder, (before, before))
    KeptPages(tmp_path / "fetched" / "two")
    assert not old.folder.exists()


def test_another_form_or_server_has_a_folder_of_its_own():
    url = "sqlite:///var/unpol.db"
    assert place(url, "https://a.org", "/1") != place(url, "https://a.org", "/2")
    assert place("postgresql://a@b/c", "x").parts[:2] == ("var", "fetched")
