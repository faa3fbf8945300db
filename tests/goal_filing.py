"""What serves the goals of the mandate, for tests: on top of a few options of three small missions.

Of tests.option_filing: seven options in use are for capabilities, one (COURSE) for innovation. Here
come a decision for integration that was due on 1 Feb 2026, and one for capabilities that is done;
a document for integration past its review date, one out of use and one in draft that names no goal;
officers and trainings with women and men; and three risks, one of them strictly confidential.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine

from tests.option_filing import few_options
from tests.programme_rows import rows
from unpol_data.store import open_store
from unpol_data.store.writes import record_programme

AS_OF, TODAY = date(2026, 3, 31), date(2026, 4, 1)
RECORDED = datetime(2026, 3, 25, 12, tzinfo=UTC)
DECISIONS = (
    {"decision_code": "LATE", "words": "Buy the kit.", "mission_code": "UNISFA"}
    | {"area_code": "borders", "option_code": "KIT", "decided_on": date(2026, 1, 5)}
    | {"due_on": date(2026, 2, 1), "a4p_priority": "integration", "strategy_goal": "threats"},
    {"decision_code": "DONE", "words": "Ask for a link.", "mission_code": None, "state": "done"}
    | {"area_code": "communications", "option_code": None, "due_on": None}
    | {"decided_on": date(2026, 1, 5), "a4p_priority": "capabilities"},
)
DOCUMENTS = (
    {"document_code": "DUE", "title": "Guidelines on borders", "a4p_priority": "integration"}
    | {"agenda_tags": "our_common_agenda", "review_due_on": date(2026, 2, 1)},
    {"document_code": "OLD", "state": "superseded", "a4p_priority": "communications"},
    {"document_code": "DRAFT", "title": "Draft on cyber", "state": "draft"},
)
TRAININGS = (
    {"training_code": "T-1", "mission_code": "UNISFA", "women_trained": 3, "men_trained": 9},
    {"training_code": "T-2", "mission_code": "UNISFA", "women_trained": None, "men_trained": 8},
    {"training_code": "T-3", "mission_code": None, "women_trained": 2, "men_trained": 2},
    {"training_code": "T-4", "mission_code": "UNMIK", "held_on": date(2020, 3, 1)},
)
OFFICERS = (
    {"expertise_code": "E-1", "holder": "deployed", "mission_code": "UNISFA", "women": 1, "men": 3},
    {"expertise_code": "E-2", "mission_code": None, "women": 1, "men": 1},
    {"expertise_code": "E-3", "holder": "spt", "mission_code": "UNMIK", "women": 0, "men": 2},
)
RISKS = (
    {"risk_code": "SMALL", "title": "Dear flights", "risk_kind": "budget"}
    | {"likelihood": "low", "impact": "low", "review_on": None},
    {"risk_code": "GRAVE", "title": "No flights", "mission_code": "UNISFA"}
    | {"likelihood": "high", "impact": "high", "review_on": date(2026, 3, 1)},
    {"risk_code": "OVER", "title": "Called away", "state": "closed", "risk_kind": "other"},
    {"risk_code": "SECRET", "title": "A list is lost", "sensitivity": 2},
)


def served_goals(folder: Path, *, url: str | None = None) -> Path:
    """The file of a store with all of it; see `few_options`."""
    path = few_options(folder, url=url)
    engine = open_store(url or f"sqlite:///{path}")
    file_goals(engine)
    engine.dispose()
    return path


def file_goals(engine: Engine) -> None:
    """Record all of it, as of RECORDED."""
    held = {"document_code": "DUE", "held_on": date(2026, 3, 1)}
    tables = {
        "guidance_documents": rows("guidance_documents", *DOCUMENTS),
        "document_reviews": rows(
            "document_reviews", {"document_code": "DUE", "state_on": date(2026, 3, 2)}
        ),
        "trainings": rows("trainings", *(held | one for one in TRAININGS)),
        "expertise": rows("expertise", *OFFICERS),
        "advisory_services": rows(
            "advisory_services",
            {"mission_code": "UNISFA"},
            {"service_code": "SERVICE-2", "mission_code": "UNISFA"}
            | {"state": "planned", "hrddp_status": "under_assessment"},
        ),
        "decisions": rows("decisions", *DECISIONS),
        "risks": rows("risks", *RISKS),
    }
    record_programme(engine, tables, account="ada", recorded_at=RECORDED)
