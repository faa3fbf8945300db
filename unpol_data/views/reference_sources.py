"""Where do the weights, requirements, questions and public figures come from?"""

import pandas as pd

from unpol_data import reference

# What each reference table holds, in words, and which version it follows, if any.
SUBJECTS = {
    "framework": ("Questions and their weights", "question_set"),
    "requirements": ("What is required at each kind of site", "requirements"),
    "connectivity_requirements": ("Connectivity required at each kind of site", "requirements"),
    "dimension_weights": ("Weights of the dimensions", "method"),
    "threat_relevance": ("How much each area matters against each crime threat", "method"),
    "mandate_relevance": ("How much each mandate asks of each area", "method"),
    "evidence_grades": ("Weights of evidence", "method"),
    "dimensions": ("Dimensions and the half-lives of answers", "method"),
    "parameters": ("Thresholds and weights of the method", "method"),
    "gap_classes": ("Classes of gaps", "method"),
    "threats": ("Crime threats", "method"),
    "areas": ("Capability areas", "question_set"),
    "equipment": ("Equipment, criticality and unit cost", "requirements"),
    "site_kinds": ("Kinds of sites", "requirements"),
    "missions": ("Missions", ""),
    "mission_facts": ("Public facts about missions", ""),
    "host_context": ("Electricity and internet in host States (World Bank and ITU)", ""),
}


def sources() -> pd.DataFrame:
    """One row per reference table in use: subject, version ("": dated row by row), rows, sources.

    Sources are the distinct ones of the rows, without the part after a colon, which belongs
    to the single row; most frequent first.
    """
    rows = []
    for table, (subject, versioned) in SUBJECTS.items():
        found = reference.table(table)
        rows.append(
            {
                "subject": subject,
                "version": reference.version(versioned) if versioned else "",
                "rows": len(found),
                "sources": _heads(found["source"]),
            }
        )
    return pd.DataFrame(rows)


def _heads(found: pd.Series) -> tuple[str, ...]:
    heads = found.str.split(": ", n=1).str[0].str.strip()
    return tuple(heads.value_counts().index)
