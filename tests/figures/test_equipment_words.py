"""What is said of each equipment line?"""

from datetime import date

import pandas as pd

from unpol_data.figures import equipment_words


def lines() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "mission_code": ["UNMISS"],
            "equipment_code": ["patrol_vehicle"],
            "name": ["4x4 patrol vehicle"],
            "required": [12],
            "held": [13],
            "serviceable": [13],
            "in_order": [11],
            "never_held": [1],
            "unserviceable": [0],
            "short": [1],
            "cost_to_close_usd": [42000.0],
            "serviceable_share": [1.0],
        }
    )


def test_only_what_counts_towards_the_requirement_is_drawn_as_serviceable():
    drawn = equipment_words.holdings(lines(), "mission_code").iloc[0]
    assert (drawn["name"], drawn["serviceable"]) == ("UNMISS", 11)


def test_lines_are_named_by_item_and_mission_under_a_plain_code():
    assert equipment_words.names(lines()) == {"UNMISS-patrol_vehicle": "4x4 patrol vehicle, UNMISS"}


def test_costs_have_thousands_and_dates_are_written_out():
    assert equipment_words.lines(lines())["cost"].item() == "42,000"
    sites = lines().assign(site_name="Bor", counted_on=date(2026, 3, 5))
    assert equipment_words.sites(sites)["counted"].item() == "5 Mar 2026"


def test_the_lowest_share_is_drawn_first():
    groups = pd.concat([lines(), lines().assign(mission_code="UNMIK", serviceable_share=0.5)])
    assert list(equipment_words.shares(groups, "mission_code")["name"]) == ["UNMIK", "UNMISS"]
