"""The tables of the store: facts as they were given, and figures computed from them."""

from unpol_data.store.tables.answers import Answer, ReplacedAnswer
from unpol_data.store.tables.assessments import Assessment
from unpol_data.store.tables.base import Base
from unpol_data.store.tables.connectivity import (
    MonthlyMeasurement,
    SiteConnectivity,
    SiteMeasure,
)
from unpol_data.store.tables.equipment import EquipmentLine
from unpol_data.store.tables.evidence import EvidenceCount
from unpol_data.store.tables.gap_draws import GapDraws
from unpol_data.store.tables.gaps import (
    MissionDimensionGap,
    MissionGap,
    SiteDimensionGap,
    SiteGap,
)
from unpol_data.store.tables.holdings import MissionEquipment, SiteEquipment
from unpol_data.store.tables.intake import ColumnMapping, Submission
from unpol_data.store.tables.lifecycle import AnswerComment, AssessmentStep
from unpol_data.store.tables.measurements import Measurement
from unpol_data.store.tables.mission_threats import MissionThreat
from unpol_data.store.tables.records import RECORDS, Record
from unpol_data.store.tables.revisions import AuditEntry, Revision
from unpol_data.store.tables.scenarios import SavedScenario
from unpol_data.store.tables.signals import Signal, SignalSearch, SignalState
from unpol_data.store.tables.site_profiles import SiteProfile
from unpol_data.store.tables.sites import Site, SiteFacts
from unpol_data.store.tables.threats import ThreatRating

FACTS = (SiteFacts, Answer, EquipmentLine, Measurement, ThreatRating)
# What an assessment holds: its facts, and answers that others of it replaced.
HELD = (*FACTS, ReplacedAnswer)
SUMMARIES = (
    SiteDimensionGap,
    SiteGap,
    MissionDimensionGap,
    MissionGap,
    SiteConnectivity,
    SiteMeasure,
    MonthlyMeasurement,
    SiteEquipment,
    MissionEquipment,
    MissionThreat,
    SiteProfile,
    EvidenceCount,
    GapDraws,
    Signal,
)

__all__ = [
    "FACTS",
    "HELD",
    "RECORDS",
    "SUMMARIES",
    "Answer",
    "AnswerComment",
    "Assessment",
    "AssessmentStep",
    "AuditEntry",
    "Base",
    "ColumnMapping",
    "EquipmentLine",
    "EvidenceCount",
    "GapDraws",
    "Measurement",
    "MissionDimensionGap",
    "MissionEquipment",
    "MissionGap",
    "MissionThreat",
    "MonthlyMeasurement",
    "Record",
    "ReplacedAnswer",
    "Revision",
    "SavedScenario",
    "Signal",
    "SignalSearch",
    "SignalState",
    "Site",
    "SiteConnectivity",
    "SiteDimensionGap",
    "SiteEquipment",
    "SiteFacts",
    "SiteGap",
    "SiteMeasure",
    "SiteProfile",
    "Submission",
    "ThreatRating",
]
