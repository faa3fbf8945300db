"""The assessment as a form for KoboToolbox, ODK and Enketo."""

from unpol_data.exports.xlsform.form import LANGUAGES, xlsform

__all__ = ["LANGUAGES", "xlsform"]
