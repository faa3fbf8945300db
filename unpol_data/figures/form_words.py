"""What does a form say, in each of its languages?

The English words of the form itself stand here; their French, and that of all questions
and lists, in the reference table translations.
"""

from dataclasses import dataclass, field

from unpol_data import reference

CONTEXT = "xlsform"

FORM = {
    "title": "UNPOL technology assessment: {scope}",
    "any_kind": "all kinds of site",
    "about": "About this visit",
    "before": "Before you start",
    "before_hint": "Roles only: no names, e-mail addresses or phone numbers of anybody. "
    "What you write shows where police are weakest; keep the device locked.",
    "mission_code": "Mission",
    "site_kind": "Kind of site",
    "side": "Whose capacity do you assess?",
    "side_hint": "One form for each side; the two are never mixed in one figure.",
    "site_code": "Site",
    "site_code_list_hint": "A site that is missing here: use the form without a site list.",
    "site_code_hint": "Mission code, hyphen, place in capital letters, such as MINUSCA-BAMBARI.",
    "site_code_wrong": "The mission code, a hyphen, then capital letters, digits or hyphens.",
    "site_name": "Name of the place",
    "site_name_hint": "As people there write it. Only for a site that is new.",
    "unpol_served": "UNPOL who work at the site or depend on it",
    "users": "People who share the data link of the site",
    "host_officers_served": "Host-State officers who work at the site or depend on it",
    "new_site_hint": "Only for a site that is new.",
    "assessed_on": "Day of the visit",
    "assessed_on_wrong": "Today or an earlier day.",
    "modality": "How is the visit made?",
    "respondent_role": "Role of those who answer",
    "respondent_role_hint": "Such as signals officer. Never a name.",
    "respondent_role_wrong": "The role only: no name, e-mail address or phone number.",
    "location": "Where is the site?",
    "location_hint": "Take the position outdoors, or leave it empty.",
    "sensitivity": "Sensitivity",
    "sensitivity_hint": "Confidential, unless its author has cleared it otherwise.",
    "round_label": "Round",
    "round_label_hint": "The same for all sites of one round, such as 2026-03.",
    "parts_covered": "Which parts do you cover?",
    "parts_covered_hint": "All areas are chosen; take away what you do not look at. "
    "Add equipment counts and measurements where you make them.",
    "profile": "Requirements that apply",
    "required": "An answer is needed here.",
    "yes": "Yes",
    "partly": "Partly",
    "no": "No",
    "area_grade": "{area}: how do you know, as a rule?",
    "area_grade_hint": "Is filled in below wherever an answer has no grade yet.",
    "area_notes": "{area}: add notes to single answers?",
    "level": "{code}: level",
    "yes_partly_no": "{code}: yes, partly or no",
    "count": "{code}: how many there are ({unit})",
    "measure": "{code}: value ({unit})",
    "needed": "{code}: how many are needed ({unit})",
    "grade": "{code}: how do you know?",
    "cause": "{code}: main cause of the shortfall",
    "cause_hint": "This is less than the site needs.",
    "note": "{code}: note",
    "note_hint": "What you saw that a number cannot say. No names of persons.",
    "from_zero": "A number of 0 or more.",
    "from_zero_to": "A number from 0 to {end}.",
    "above_zero": "A number above 0. Where none is needed, choose “Not applicable” above.",
    "whole": "A whole number of 0 or more.",
    "equipment_lines": "Equipment counts",
    "equipment_code": "Item",
    "needed_here": "How many does the site need?",
    "held": "How many are there, working or not?",
    "serviceable": "How many of those work when switched on?",
    "serviceable_wrong": "A whole number, not more than are there.",
    "evidence_grade": "How do you know?",
    "counted_on": "Day of the count",
    "links": "Connectivity measurements",
    "measure_of": "What was measured?",
    "value": "Value",
    "value_hint": "In the unit named with the measure.",
    "value_wrong": "0 or more; at most 100 % or 24 hours.",
    "measured_on": "Day of the measurement",
}


@dataclass(frozen=True)
class Text:
    """One text and the context its translation is known by; without context it has none.

    `parts` fill the places in braces: texts, which follow the language, or plain words.
    """

    context: str
    english: str
    parts: dict[str, "Text | str"] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """The text in a language; raises ReferenceDataError where it has none."""
        words = self.english
        if self.context:
            words = reference.in_language(language, context=self.context, english=words)
        if not self.parts:
            return words
        return words.format(
            **{
                name: part.said(language) if isinstance(part, Text) else part
                for name, part in self.parts.items()
            }
        )


def form(key: str, /, **parts: Text | str) -> Text:
    """A text of the form itself."""
    return Text(CONTEXT, FORM[key], parts)


def plain(words: str, /, **parts: Text | str) -> Text:
    """Words that are the same in every language: codes, figures, names of places."""
    return Text("", words, parts)
