"""How is what a budget buys written for a terminal and for a program that reads it?"""

from typing import Any

from unpol_data import reference
from unpol_data.cli.asked import records
from unpol_data.figures import formats, option_words, portfolio_words
from unpol_data.filters import Filters
from unpol_data.weighing import DEFAULT


def as_json(found: Any, asked: Filters, *, revision: int) -> dict:
    """What is printed as JSON: figures with all one needs to repeat them; missing is null."""
    bought = found.portfolio
    rows = option_words.table(bought.chosen, bought.left_out, bought.titles)
    told = {
        "filters": {**asked.to_query(), "horizon": [asked.horizon], "side": [asked.side]},
        "filters_in_words": asked.in_words(),
        "as_of": asked.as_of.isoformat(),
        "revision": revision,
        "method_version": reference.version("method"),
        "scenario": DEFAULT if asked.scenario is None else asked.scenario.code,
        "weights": asked.weights(),
        "conditions": found.wanted.to_plain(),
        "budget_usd": bought.budget_usd,
        "programme_support_share": reference.parameter("programme_support_share"),
        "clash": [dict(each) for each in bought.clash],
        "needed_usd": bought.needed_usd,
        "cost_usd": bought.cost_usd,
        "support_usd": bought.support_usd,
        "total_usd": bought.total_usd,
        "value": bought.value,
        "joint_value": bought.joint_value,
        "next_usd": bought.next_usd,
        "next_added": list(bought.next_added),
        "next_dropped": list(bought.next_dropped),
        "next_value": bought.next_value,
        "options": records(rows),
        "missions": records(bought.missions),
        "gates": records(bought.gates),
        "frontier": records(bought.frontier),
    }
    if found.firm is not None:
        told |= {
            "draws": found.firm.draw_count,
            "draw_seed": found.firm.draw_seed,
            "draws_at_usd": found.firm.budget_usd,
            "firmness": records(found.firm.rows),
        }
    return told


def as_text(found: Any, asked: Filters, *, revision: int) -> str:
    """What is printed for a reader: filters in words, what is bought, what is not and why."""
    bought = found.portfolio
    lines = [asked.in_words(), f"Method {reference.version('method')}, revision {revision}."]
    lines += [portfolio_words.recorded(found.wanted.recorded_on), ""]
    if bought.clash:
        said = portfolio_words.clash(
            bought.clash,
            budget=bought.budget_usd,
            needed=bought.needed_usd,
            at_least=dict(found.wanted.at_least),
            titles=bought.titles,
        )
        return "\n".join([*lines, said])
    lines += [_totals(bought), "", *_bought(found), ""]
    lines.append(
        portfolio_words.next_dollars(
            bought.next_usd,
            bought.next_added,
            bought.next_dropped,
            bought.next_value,
            bought.titles,
        )
    )
    for gate in bought.gates.itertuples(index=False):
        kept_out = formats.count(len(gate.options), "option", "options")
        lines.append(
            f"The gate {gate.name} keeps out {kept_out}; this budget would gain "
            f"{option_words.gain(gate.price)} more without it."
        )
    rest = option_words.left_out(bought.left_out, bought.titles)
    lines += ["", "Not chosen:"]
    lines += [f"  {row.name}. {row.why}" for row in rest.itertuples(index=False)]
    return "\n".join(lines)


def _totals(bought: Any) -> str:
    return (
        f"{formats.money(bought.budget_usd)} buy "
        f"{formats.count(len(bought.chosen), 'option', 'options')} for "
        f"{formats.money(bought.total_usd)}, of which programme support "
        f"{formats.money(bought.support_usd)}. Gain {option_words.gain(bought.value)}; together "
        f"{option_words.gain(bought.joint_value)}, "
        f"{portfolio_words.together(bought.value, bought.joint_value)}."
    )


def _bought(found: Any) -> list[str]:
    firm = found.firm
    shares = (
        {}
        if firm is None
        else {row.option_code: (row.firmness, row.share) for row in firm.rows.itertuples()}
    )
    rows = option_words.chosen(found.portfolio.chosen, None if firm is None else shares)
    headings = option_words.CHOSEN_HEADINGS | option_words.FIRM_HEADING
    if rows.empty:
        return ["No option is chosen."]
    return [rows.rename(columns=headings).to_string(index=False)]
