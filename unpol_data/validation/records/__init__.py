"""Are these rows what the programme's records may be? Frames in, problems in words out."""

from unpol_data.validation.records.context import RecordContext
from unpol_data.validation.records.judging import judge

__all__ = ["RecordContext", "judge"]
