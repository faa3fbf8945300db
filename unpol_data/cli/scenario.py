"""Save, list or retire weights of threat, mandate and exposure under a name.

scenario save NAME --threat 60 --mandate 25 --exposure 15 --note WHY
scenario list
scenario retire CODE
"""

import argparse

from sqlalchemy import Engine

from unpol_data import queries
from unpol_data.access import LOCAL
from unpol_data.cli.outcome import DONE, CommandRefused
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.scenarios import save
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.store.writes import retire_scenario
from unpol_data.weighing import PARTS

NAME = "scenario"
HELP = "save, list or retire weights under a name"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    save = acts.add_parser("save", help="keep weights, in whole per cent, under a name")
    save.add_argument("name", metavar="NAME", help="such as 'Threat first'")
    for part in PARTS:
        save.add_argument(f"--{part}", type=int, required=True, metavar="PERCENT", help="0 to 100")
    save.add_argument("--note", default="", help="why these weights")
    acts.add_parser("list", help="print every scenario, its weights and its state")
    retire = acts.add_parser("retire", help="take one out of use; its links still work")
    retire.add_argument("code", metavar="CODE", help="such as threat-first")


def run(chosen: argparse.Namespace) -> int:
    """Do it; raises CommandRefused with every reason where the weights cannot be saved."""
    engine = open_store(settings().store_url)
    try:
        return {"save": _save, "list": _list, "retire": _retire}[chosen.act](engine, chosen)
    finally:
        engine.dispose()


def _save(engine: Engine, chosen: argparse.Namespace) -> int:
    percentages = {part: getattr(chosen, part) for part in PARTS}
    try:
        kept = save(engine, chosen.name, chosen.note, percentages, viewer=LOCAL)
    except Refused as refusal:
        raise CommandRefused(str(refusal)) from refusal
    state = "was saved before; nothing changed" if kept.already_known else "is saved"
    print(f"Scenario {kept.scenario_code}, version {kept.version}, {state}.")
    return DONE


def _list(engine: Engine, chosen: argparse.Namespace) -> int:
    with reading(engine) as connection:
        rows = queries.scenarios.scenarios(connection, LOCAL)
    known = queries.scenarios.by_code(rows)
    for row in rows[rows["is_newest"]].itertuples(index=False):
        weights = known[f"{row.scenario_code}.{row.version}"].in_words()
        retired = "" if row.state == "in_use" else " (retired)"
        print(f"{row.scenario_code}.{row.version}{retired}: {weights}")
    if rows.empty:
        print("No scenario is saved; the weights of the method are in force.")
    return DONE


def _retire(engine: Engine, chosen: argparse.Namespace) -> int:
    LOCAL.must("save_scenario")
    kept = retire_scenario(engine, chosen.code, account=LOCAL.account)
    state = "was retired before" if kept.already_known else "is retired; its links still work"
    print(f"Scenario {kept.scenario_code} {state}.")
    return DONE
