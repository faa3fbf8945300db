"""Three small missions, filed by workbooks made from the template, for sums done by hand.

UNISFA has nothing in place (every gap 100), UNMIK has everything (every gap 0), each at one
headquarters with 100 UNPOL; MINURSO was asked nothing. Arms trafficking is rated 3 and then 4 by
UNISFA, 2 today and 4 soon by UNMIK, 4 by MINURSO. UNMIK rated corruption absent; nobody rated
cattle raiding.
"""

from datetime import date
from pathlib import Path

from tests.views.filing import file_round
from unpol_data import reference
from unpol_data.store import open_store

AS_OF = date(2026, 3, 31)
FIRST, SECOND = date(2025, 9, 5), date(2026, 3, 5)
FULL = {"level": 4, "yes_partly_no": "yes", "count": 10}
NOTHING = {"level": 0, "yes_partly_no": "no", "count": 0}


def three_missions(folder: Path, *, url: str | None = None) -> Path:
    """The file of a store that holds their rounds, approved; UNISFA has two.

    With `url` they are filed into the store at that address instead.
    """
    path = folder / "three_missions.db"
    engine = open_store(url or f"sqlite:///{path}")
    file_round(engine, _sheets("UNISFA", FIRST, NOTHING, {"arms_trafficking": (3, 4)}))
    file_round(engine, _sheets("UNISFA", SECOND, NOTHING, {"arms_trafficking": (4, 4)}))
    unmik = {"arms_trafficking": (2, 4), "corruption": (0, 0)}
    file_round(engine, _sheets("UNMIK", SECOND, FULL, unmik))
    file_round(engine, _sheets("MINURSO", SECOND, None, {"arms_trafficking": (4, 4)}))
    engine.dispose()
    return path


def _sheets(
    mission_code: str, on: date, given: dict | None, levels: dict[str, tuple[int, int]]
) -> dict[str, list[dict]]:
    """The rows of one round by sheet: one headquarters, all its questions, the ratings."""
    site_code = f"{mission_code}-HQ"
    host = reference.table("missions").set_index("mission_code").loc[mission_code]
    assessment = {"mission_code": mission_code, "round_label": str(on.year), "assessed_from": on}
    more = {"assessed_to": on, "modality": "in_person", "sensitivity": "unclassified"}
    site = {"site_code": site_code, "name": host["hq_name"], "site_kind": "mission_hq"}
    people = {"unpol_served": 100, "users": 50, "closed": "no"}
    place = {"latitude": host["latitude"], "longitude": host["longitude"]}
    return {
        "assessment": [assessment | more | {"source": "Team report", "illustrative": "no"}],
        "sites": [site | people | place],
        "answers": [] if given is None else _answers(site_code, on, given),
        "threats": [
            {"threat_code": code, "level_now": now, "level_emerging": soon}
            | {"rated_on": on, "source": "Mission analysis"}
            for code, (now, soon) in levels.items()
        ],
    }


def _answers(site_code: str, on: date, given: dict) -> list[dict]:
    """Every question a headquarters is asked about UNPOL, all answered in full or with nothing."""
    asked = reference.table("requirements").query("side == 'unpol' and site_kind == 'mission_hq'")
    items = reference.table("framework").merge(asked[["item_code"]], on="item_code")
    end = "value_at_full" if given is FULL else "value_at_none"
    return [
        {"site_code": site_code, "item_code": row.item_code, "side": "unpol", "state": "answered"}
        | {"value": given.get(row.answer_type, getattr(row, end))}
        | ({"needed": 10} if row.answer_type == "count" else {})
        | {"evidence_grade": "inspected", "answered_on": on, "respondent_role": "ICT officer"}
        for row in items.itertuples(index=False)
    ]
