"""The records of the programme, in versions; each kind is a table of its own."""

from unpol_data.store.tables.records.budget import BudgetLine
from unpol_data.store.tables.records.cooperation import AdvisoryService, Engagement
from unpol_data.store.tables.records.decisions import Decision
from unpol_data.store.tables.records.expertise import Expertise, ExpertiseRequest
from unpol_data.store.tables.records.guidance import Consideration, DocumentReview, GuidanceDocument
from unpol_data.store.tables.records.lessons import Lesson
from unpol_data.store.tables.records.options import Option, OptionGain
from unpol_data.store.tables.records.record import Record
from unpol_data.store.tables.records.risks import Risk
from unpol_data.store.tables.records.trainings import Training
from unpol_data.store.tables.records.visits import Visit

RECORDS: dict[str, type[Record]] = {
    table.__tablename__: table
    for table in (
        Visit,
        BudgetLine,
        GuidanceDocument,
        Consideration,
        DocumentReview,
        Training,
        Expertise,
        ExpertiseRequest,
        AdvisoryService,
        Engagement,
        Lesson,
        Option,
        OptionGain,
        Decision,
        Risk,
    )
}

__all__ = [
    "RECORDS",
    "AdvisoryService",
    "BudgetLine",
    "Consideration",
    "Decision",
    "DocumentReview",
    "Engagement",
    "Expertise",
    "ExpertiseRequest",
    "GuidanceDocument",
    "Lesson",
    "Option",
    "OptionGain",
    "Record",
    "Risk",
    "Training",
    "Visit",
]
