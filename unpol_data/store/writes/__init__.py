"""Every change to the store, each with its revision and its audit entry."""

from unpol_data.store.writes.acts import Act, acting
from unpol_data.store.writes.assessments import (
    Description,
    Recorded,
    approve_assessment,
    record_assessment,
    withdraw_assessment,
)
from unpol_data.store.writes.mappings import keep_mapping
from unpol_data.store.writes.scenarios import SavedVersion, retire_scenario, save_scenario
from unpol_data.store.writes.signals import (
    SignalName,
    record_signal_search,
    record_signal_state,
)
from unpol_data.store.writes.summaries import publish

__all__ = [
    "Act",
    "Description",
    "Recorded",
    "SavedVersion",
    "SignalName",
    "acting",
    "approve_assessment",
    "keep_mapping",
    "publish",
    "record_assessment",
    "retire_scenario",
    "save_scenario",
    "record_signal_search",
    "record_signal_state",
    "withdraw_assessment",
]
