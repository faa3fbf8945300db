"""When is a question asked, and which answer falls short of what is required?"""

from decimal import Decimal

import pandas as pd

from unpol_data.exports.xlsform.scope import Scope
from unpol_data.scoring.requirement import DECIMALS
from unpol_data.validation.answers import WORDS

PROFILE = "site_profile"
HALF = WORDS["partly"]


def applies(codes: list[str], scope: Scope) -> str:
    """The condition that the form is filled for one of these profiles; empty where always."""
    everywhere = {one.code for one in scope.profiles}
    if everywhere <= set(codes):
        return ""
    return f"selected('{' '.join(codes)}', ${{{PROFILE}}})"


def asked(items: pd.DataFrame, scope: Scope) -> str:
    """The condition that at least one of the items is asked; empty where always."""
    found = {profile for code in items["item_code"] for profile in scope.by_item[code]["profile"]}
    return applies([one.code for one in scope.profiles if one.code in found], scope)


def both(*conditions: str) -> str:
    """All of the conditions; the empty ones always hold."""
    return " and ".join(one for one in conditions if one)


def short(item: pd.Series, name: str, scope: Scope) -> str:
    """The condition that the answer is below today's requirement of the site's profile.

    False while there is no answer. Method note, section 1; it may differ by profile.
    """
    parts = []
    for required, of_level in scope.by_item[item["item_code"]].groupby("required", sort=True):
        falls_short = _below(item, name, float(required), float(of_level["enough"].iloc[0]))
        where = applies(list(of_level["profile"]), scope)
        parts.append(f"({where} and {falls_short})" if where else falls_short)
    return parts[0] if len(parts) == 1 else f"({' or '.join(parts)})"


def _below(item: pd.Series, name: str, required: float, enough: float) -> str:
    value = f"${{{name}}}"
    if item["answer_type"] == "count":
        # Whole numbers on both sides: 0.55 x 20 is a little more than 11 to a computer.
        share = Decimal(str(required))
        scale = 10 ** max(0, -share.as_tuple().exponent)
        return f"{value} * {scale} < ${{{name}_needed}} * {int(share * scale)}"
    if item["answer_type"] == "yes_partly_no":
        return f"{value} = 'no'" if enough <= HALF else f"({value} = 'no' or {value} = 'partly')"
    falling = item["answer_type"] == "measure" and item["value_at_full"] < item["value_at_none"]
    return f"{value} != '' and {value} {'>' if falling else '<'} {_figure(enough)}"


def _figure(value: float) -> str:
    return format(round(value, DECIMALS), ".9f").rstrip("0").rstrip(".")
