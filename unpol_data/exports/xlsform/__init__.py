"""The assessment as a form for KoboToolbox, ODK and Enketo."""

from unpol_data.exports.xlsform.form import LANGUAGES, xlsform
from unpol_data.exports.xlsform.scope import NotAsked, host_kinds, open_missions

__all__ = ["LANGUAGES", "NotAsked", "host_kinds", "open_missions", "xlsform"]
