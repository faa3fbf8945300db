"""Which mandate dates have passed, or will soon, given dated facts?"""

import pandas as pd

from unpol_data.scoring.mandate_dates import mandate_due, mandate_passed


def facts(*rows: tuple[str | None, str | None]) -> pd.DataFrame:
    """Facts of one mission: when each is dated, and when the mandate expires."""
    found = pd.DataFrame(rows, columns=["dated_on", "expires_on"])
    found = found.apply(lambda days: pd.to_datetime(days).astype("datetime64[us]"))
    return found.assign(mission_code="UNMISS")


def spans(rows: pd.DataFrame) -> list[tuple[str, str | None]]:
    ends = [None if pd.isna(day) else str(day.date()) for day in rows["holds_to"]]
    return list(zip(rows["holds_from"].dt.strftime("%Y-%m-%d"), ends, strict=True))


def test_a_mandate_date_has_passed_from_the_day_after_it():
    found = mandate_passed(facts(("2025-05-31", "2026-04-30")), days_after=1)
    assert spans(found) == [("2026-05-01", None)]


def test_a_later_fact_ends_it_on_the_day_it_is_known():
    known = facts(("2025-05-31", "2026-04-30"), ("2026-05-12", "2027-04-30"))
    assert spans(mandate_passed(known, days_after=1)) == [
        ("2026-05-01", "2026-05-12"),
        ("2027-05-01", None),
    ]


def test_a_mandate_extended_in_time_never_passes():
    known = facts(("2025-05-31", "2026-04-30"), ("2026-04-29", "2027-04-30"))
    assert spans(mandate_passed(known, days_after=1)) == [("2027-05-01", None)]


def test_a_date_that_had_passed_when_it_became_known_counts_from_then():
    found = mandate_passed(facts(("2026-06-01", "2026-04-30")), days_after=1)
    assert spans(found) == [("2026-06-01", None)]


def test_a_fact_without_a_date_of_its_own_was_always_known():
    assert spans(mandate_passed(facts((None, "2026-04-30")), days_after=1)) == [
        ("2026-05-01", None)
    ]


def test_a_mandate_without_an_end_raises_nothing_and_replaces_one_that_had():
    assert mandate_passed(facts(("2025-05-31", None)), days_after=1).empty
    known = facts(("2025-05-31", "2026-04-30"), ("2026-05-12", None))
    assert spans(mandate_passed(known, days_after=1)) == [("2026-05-01", "2026-05-12")]


def test_a_mandate_date_is_near_until_its_own_day_is_over():
    found = mandate_due(facts(("2025-05-31", "2026-04-30")), days_before=45)
    assert spans(found) == [("2026-03-16", "2026-05-01")]


def test_a_mandate_date_is_near_no_longer_once_it_is_extended():
    known = facts(("2025-05-31", "2026-04-30"), ("2026-04-10", "2027-04-30"))
    assert spans(mandate_due(known, days_before=45))[0] == ("2026-03-16", "2026-04-10")
