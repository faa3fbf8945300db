"""Make the illustrative sample anew: python -m sample_data.generate.

Everything it writes is invented, from a fixed seed, and says nothing about real missions.
"""

from pathlib import Path

import pandas as pd

from sample_data.making import answers, counts, inputs, programme, workbook

FOLDER = Path(__file__).parent
INVENTED = "Illustrative sample: invented, says nothing about real missions"
BATCHES = (("2024-10", "2025-06", "2025-06-30"), ("2025-07", "2026-03", "2026-03-31"))
NOT_MEASURED = {"MINURSO", "UNTMIS"}
DRAFT_STEP = 2
PROGRAMME, PROGRAMME_KNOWN_ON = "programme.xlsx", "2026-11-16"


def assessment_of(visit: pd.Series) -> pd.DataFrame:
    """The one row that describes a visit."""
    mission_code = visit["mission_code"]
    row = {
        "mission_code": mission_code,
        "round_label": visit["round"],
        "assessed_from": visit["assessed_from"],
        "assessed_to": visit["assessed_to"],
        "modality": inputs.modality(visit),
        "sensitivity": "confidential",
        "source": INVENTED,
        "illustrative": "yes",
        "summary": inputs.characters().loc[mission_code, "note"],
    }
    return pd.DataFrame([row])


def threats_of(visit: pd.Series) -> pd.DataFrame:
    """One row per crime threat the visit rated."""
    threats = inputs.threats()
    threats = threats[threats["mission_code"] == visit["mission_code"]]
    return pd.DataFrame(
        {
            "threat_code": threats["threat_code"],
            "level_now": threats["level_first" if visit["step"] == 0 else "level_second"],
            "level_emerging": threats["level_emerging"],
            "rated_on": visit["assessed_to"],
            "source": INVENTED,
        }
    )


def sheets_of(visit: pd.Series) -> dict[str, pd.DataFrame]:
    """The sheets of one visit's workbook, one frame per sheet; a draft rates no threats yet."""
    sites = inputs.sites_of(visit)
    sheets = {
        "assessment": assessment_of(visit),
        "sites": sites.drop(columns=["mission_code", "remoteness"]).assign(closed="no", note=None),
        "answers": answers.answers(visit, sites),
        "equipment": counts.equipment(visit, sites),
    }
    if visit["step"] < DRAFT_STEP:
        sheets["threats"] = threats_of(visit)
    return sheets


def write_sample(folder: Path = FOLDER) -> None:
    """Write every workbook, every measurement file, the programme and the manifest."""
    manifest = []
    for _, visit in inputs.visits().iterrows():
        name = f"{visit['mission_code']}-{visit['round'].replace(' ', '-')}.xlsx"
        workbook.write_workbook(folder / name, sheets_of(visit))
        manifest.append((name, "assessment", visit["mission_code"], visit["published_on"]))
    for mission_code, sites in inputs.sites().groupby("mission_code"):
        if mission_code in NOT_MEASURED:
            continue
        for start, end, published_on in BATCHES:
            name = f"{mission_code}-connectivity-{end}.csv"
            months = pd.date_range(start, end, freq="MS")
            first = 0 if start == BATCHES[0][0] else 9
            rows = counts.measurements(mission_code, sites, months, first)
            rows.to_csv(folder / name, index=False, lineterminator="\n")
            manifest.append((name, "measurements", mission_code, published_on))
    workbook.write_workbook(folder / PROGRAMME, programme.sheets(INVENTED))
    manifest.append((PROGRAMME, "programme", None, PROGRAMME_KNOWN_ON))
    rows = pd.DataFrame(manifest, columns=["file", "kind", "mission_code", "published_on"])
    rows["source"] = INVENTED
    rows = rows.sort_values("published_on", na_position="last", kind="stable")
    rows.to_csv(folder / "manifest.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    write_sample()
