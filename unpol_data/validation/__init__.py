"""Are these rows what the store may keep? Frames and reference in, problems in words out."""

from unpol_data.validation.cells import BrokenCell
from unpol_data.validation.context import Context
from unpol_data.validation.judging import Judgement, judge
from unpol_data.validation.problems import Problem

__all__ = ["BrokenCell", Context, "Judgement", "Problem", "judge"]
