"""Write what is filled: the assessment workbook, a form for KoboToolbox and ODK, the programme.

With --mission the sites of the mission stand in it: in the workbook with a line for
every question that is asked there, in the form as choices. Without --site-kind and
--side a form asks for both first. The workbook of the programme has a sheet for each
kind of record: visits, guidance, options, decisions and so on; with --filled those in force.
"""

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.cli.outcome import DONE, CommandRefused
from unpol_data.exports import template, template_programme, xlsform
from unpol_data.exports.template_mission import Mission
from unpol_data.filters import Filters
from unpol_data.queries import held, records
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views import mission_sites

NAME = "template"
HELP = "write the assessment workbook, a form, or the workbook of the programme"


@dataclass(frozen=True)
class Kind:
    """One kind of template: the name of its file unless named, and what to do with it."""

    file_name: str
    next_step: str


KINDS = {
    "workbook": Kind("unpol_assessment.xlsx", "Fill it, then: python -m unpol_data import {path}"),
    "xlsform": Kind("unpol_form.xlsx", "Upload it to KoboToolbox or ODK Central."),
    "programme": Kind("unpol_programme.xlsx", "Fill it, then: python -m unpol_data import {path}"),
}


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command."""
    command.add_argument("--kind", required=True, choices=list(KINDS), help="what to write")
    command.add_argument(
        "--mission",
        choices=xlsform.open_missions(),
        metavar="CODE",
        help="with the sites of this mission",
    )
    command.add_argument(
        "--site-kind",
        choices=reference.codes("site_kinds"),
        help="form for this kind of site (default: any)",
    )
    command.add_argument(
        "--side", choices=reference.codes("sides"), help="form for this side (default: both)"
    )
    command.add_argument(
        "--lang", choices=list(xlsform.LANGUAGES), help="default: workbook en, form both"
    )
    command.add_argument(
        "--filled", action="store_true", help="of the programme: with the records in force"
    )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="where to (- prints; default: in this folder)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the template; raises CommandRefused where the file cannot be written."""
    if chosen.filled and chosen.kind != "programme":
        chosen.usage_error("--filled is for the programme only")
    writers = {"workbook": _workbook, "xlsform": _form, "programme": _programme}
    content = writers[chosen.kind](chosen)
    if chosen.output == "-":
        sys.stdout.buffer.write(content)
        return DONE
    kind = KINDS[chosen.kind]
    path = Path(chosen.output or kind.file_name)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandRefused(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{path} written. {kind.next_step.format(path=path)}")
    return DONE


def _workbook(chosen: argparse.Namespace) -> bytes:
    language = chosen.lang or template.LANGUAGES[0]
    if language not in template.LANGUAGES:
        chosen.usage_error(f"there is no workbook in {language!r}, only in English (en)")
    if chosen.site_kind or chosen.side:
        chosen.usage_error("--site-kind and --side are for forms; a workbook holds all sites")
    return template.workbook(language=language, mission=_mission(chosen.mission))


def _form(chosen: argparse.Namespace) -> bytes:
    mission = _mission(chosen.mission)
    try:
        return xlsform.xlsform(
            site_kind=chosen.site_kind,
            side=chosen.side,
            mission_code=chosen.mission,
            sites=mission.sites if mission else None,
            language=chosen.lang or "both",
        )
    except xlsform.NotAsked as error:
        raise CommandRefused(str(error)) from error


def _programme(chosen: argparse.Namespace) -> bytes:
    if chosen.mission or chosen.site_kind or chosen.side or chosen.lang not in (None, "en"):
        chosen.usage_error("the workbook of the programme is of all missions, in English")
    if not chosen.filled:
        return template_programme.workbook()
    engine = open_store(settings().store_url, create_folder=True)
    try:
        with reading(engine) as connection:
            tables = {
                kind: records.records(connection, kind, Filters(), LOCAL)
                for kind in reference.records.kinds()
            }
            sites = held.sites(connection, LOCAL).sort_values("site_code")
    finally:
        engine.dispose()
    named = list(zip(sites["site_code"], sites["name"], strict=True))
    return template_programme.workbook(tables, sites=named)


def _mission(mission_code: str | None) -> Mission | None:
    """The mission with its sites; None where none is asked for."""
    if mission_code is None:
        return None
    filters = Filters(missions=(mission_code,), as_of=date.today())
    engine = open_store(settings().store_url, create_folder=True)
    try:
        with reading(engine) as connection:
            sites = mission_sites.open_sites(connection, filters, LOCAL)
            equipment = mission_sites.equipment_lines(connection, filters, LOCAL)
    finally:
        engine.dispose()
    if sites.empty:
        print(
            f"No approved site of {mission_code} is in the store; its list stays empty.",
            file=sys.stderr,
        )
    return Mission(mission_code, sites, equipment)
