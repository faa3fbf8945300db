"""When is a question asked, and which answer falls short of what is required?"""

from decimal import Decimal

import pandas as pd

from unpol_data import reference
from unpol_data.exports.xlsform.scope import Scope
from unpol_data.scoring.requirement import DECIMALS, required_values

PROFILE = "site_profile"


def applies(codes: list[str], scope: Scope) -> str:
    """The condition that the form is filled for one of these profiles; empty where always."""
    everywhere = {one.code for one in scope.profiles}
    if everywhere <= set(codes):
        return ""
    return f"selected('{' '.join(codes)}', ${{{PROFILE}}})"


def asked(items: pd.DataFrame, scope: Scope) -> str:
    """The condition that at least one of the items is asked; empty where always."""
    rows = scope.requirements
    rows = rows[rows["item_code"].isin(items["item_code"])]
    found = set(rows["profile"])
    return applies([one.code for one in scope.profiles if one.code in found], scope)


def both(*conditions: str) -> str:
    """All of the conditions; the empty ones always hold."""
    return " and ".join(one for one in conditions if one)


def short(item: pd.Series, name: str, scope: Scope) -> str:
    """The condition that the answer is below today's requirement of the site's profile.

    False while there is no answer. Method note, section 1; it may differ by profile.
    """
    rows = scope.requirements
    rows = rows[rows["item_code"] == item["item_code"]]
    parts = []
    for required, of_level in rows.groupby("required_now", sort=True):
        falls_short = _below(item, name, float(required))
        where = applies(list(of_level["profile"]), scope)
        parts.append(f"({where} and {falls_short})" if where else falls_short)
    return " or ".join(parts) if len(parts) == 1 else f"({' or '.join(parts)})"


def _below(item: pd.Series, name: str, required: float) -> str:
    value = f"${{{name}}}"
    if item["answer_type"] == "count":
        # Whole numbers on both sides: 0.55 x 20 is a little more than 11 to a computer.
        share = Decimal(str(required))
        scale = 10 ** max(0, -share.as_tuple().exponent)
        return f"{value} * {scale} < ${{{name}_needed}} * {int(share * scale)}"
    enough = _enough(item, required)
    if item["answer_type"] == "yes_partly_no":
        return f"{value} = 'no'" if enough <= 0.5 else f"({value} = 'no' or {value} = 'partly')"
    falling = item["answer_type"] == "measure" and item["value_at_full"] < item["value_at_none"]
    return f"{value} != '' and {value} {'>' if falling else '<'} {_figure(enough)}"


def _enough(item: pd.Series, required: float) -> float:
    row = pd.DataFrame([item]).assign(required=required, needed=float("nan"))
    return required_values(row, level_top=reference.parameter("item_level_top")).iloc[0]


def _figure(value: float) -> str:
    return format(round(value, DECIMALS), ".9f").rstrip("0").rstrip(".")
