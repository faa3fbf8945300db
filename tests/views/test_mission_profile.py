"""What is publicly known of a mission, and is it dated?"""

from datetime import date

from unpol_data.views import mission_profile


def test_facts_carry_date_source_and_whether_they_are_verified():
    facts = mission_profile.profile("UNMISS", as_of=date(2026, 3, 31)).facts.set_index("fact")
    assert facts.at["police_authorised", "value"] == "2101"
    assert facts.at["police_authorised", "is_verified"]
    assert not facts.at["police_deployed", "is_verified"]
    assert facts["source"].notna().all()
    assert facts["dated_on"].notna().all()


def test_a_mandate_date_is_judged_on_the_as_of_date():
    for day, passed in ((date(2026, 4, 30), False), (date(2026, 5, 1), True)):
        facts = mission_profile.profile("UNMISS", as_of=day).facts.set_index("fact")
        assert facts.at["mandate_expires_on", "has_passed"] == passed
        assert not facts.at["police_authorised", "has_passed"]


def test_the_host_state_is_described_by_its_newest_figures_not_after_the_date():
    newest = mission_profile.profile("UNMISS", as_of=date(2026, 3, 31)).context
    older = mission_profile.profile("UNMISS", as_of=date(2018, 3, 31)).context
    internet = newest.set_index("indicator").loc["internet_users_pct"]
    assert internet["first_year"] < internet["year"]
    assert older["year"].max() <= 2018


def test_a_mission_without_a_host_state_has_no_host_context():
    profile = mission_profile.profile("UNISFA", as_of=date(2026, 3, 31))
    assert profile.context.empty
    assert "Abyei" in profile.host_name
