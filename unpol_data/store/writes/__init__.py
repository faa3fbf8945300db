"""Every change to the store, each with its revision and its audit entry."""

from unpol_data.store.writes.acts import Act, acting
from unpol_data.store.writes.assessments import (
    Description,
    Recorded,
    record_assessment,
)
from unpol_data.store.writes.comments import Place, comment_on_answer, resolve_comments
from unpol_data.store.writes.corrections import correction_of
from unpol_data.store.writes.descriptions import (
    DESCRIBED,
    describe_draft,
    same_description,
)
from unpol_data.store.writes.drafts import (
    Change,
    DraftChanged,
    change_draft,
    difference,
    draft,
    keep_content_digest,
)
from unpol_data.store.writes.lifecycle import (
    BEFORE_WITHDRAWN,
    LONGEST_REASON,
    By,
    approve_assessment,
    record_step,
    return_assessment,
    review_assessment,
    submit_assessment,
    withdraw_assessment,
)
from unpol_data.store.writes.mappings import keep_mapping
from unpol_data.store.writes.records import (
    Versions,
    next_versions,
    record_programme,
    record_versions,
    retire_record,
)
from unpol_data.store.writes.scenarios import SavedVersion, retire_scenario, save_scenario
from unpol_data.store.writes.signals import (
    SignalName,
    record_signal_search,
    record_signal_state,
)
from unpol_data.store.writes.summaries import publish

__all__ = [
    "BEFORE_WITHDRAWN",
    "DESCRIBED",
    "LONGEST_REASON",
    "Act",
    "By",
    "Change",
    "Description",
    "DraftChanged",
    "Place",
    "Recorded",
    "SavedVersion",
    "SignalName",
    "Versions",
    "acting",
    "approve_assessment",
    "change_draft",
    "comment_on_answer",
    "correction_of",
    "describe_draft",
    "difference",
    "draft",
    "keep_content_digest",
    "keep_mapping",
    "next_versions",
    "publish",
    "record_assessment",
    "record_programme",
    "record_signal_search",
    "record_signal_state",
    "record_step",
    "record_versions",
    "resolve_comments",
    "retire_record",
    "retire_scenario",
    "return_assessment",
    "review_assessment",
    "same_description",
    "save_scenario",
    "submit_assessment",
    "withdraw_assessment",
]
