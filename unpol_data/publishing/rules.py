"""Which reference data do stored figures rest on?"""

from dataclasses import dataclass, fields

import pandas as pd

from unpol_data import reference


@dataclass(frozen=True)
class Tables:
    """The reference tables that enter a figure, each by its own name."""

    framework: pd.DataFrame
    requirements: pd.DataFrame
    dimensions: pd.DataFrame
    dimension_weights: pd.DataFrame
    evidence_grades: pd.DataFrame
    measures: pd.DataFrame
    connectivity_requirements: pd.DataFrame
    equipment: pd.DataFrame


@dataclass(frozen=True)
class Parameters:
    """The parameters of the method that enter a stored figure, each by its own name."""

    floor: float
    coverage_needed: float
    dimensions_needed: float
    large_gap: float
    measurement_window_days: float
    item_level_top: float
    threat_level_top: float
    noise_floor: float
    noise_span: float
    weight_noise: float
    draws: float
    draw_seed: float


@dataclass(frozen=True)
class Rules:
    """All that turns facts into figures and is no fact itself."""

    tables: Tables
    parameters: Parameters


def rules_in_force() -> Rules:
    """The rules as reference data has them; raises ReferenceDataError where it cannot be used."""
    return Rules(
        Tables(**{field.name: reference.table(field.name) for field in fields(Tables)}),
        Parameters(**{field.name: reference.parameter(field.name) for field in fields(Parameters)}),
    )
