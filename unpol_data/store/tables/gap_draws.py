"""Which gaps could the evidence of a mission stand for? The stored draws."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from unpol_data.store.tables.base import Base
from unpol_data.store.tables.summary import Summary, summary_rules


class GapDraws(Summary, Base):
    """Draws of the gap of one area in one mission, and of its exposure share.

    Both are packed (see store.packing); draw k of every area that has the same seed is
    about the same assumptions. Confidence is as at `from_on`.
    """

    __tablename__ = "gap_draws"
    __table_args__ = summary_rules(
        "side",
        "horizon",
        "area_code",
        rules=(CheckConstraint("draw_count > 0", name="draws_counted"),),
    )

    side: Mapped[str]
    horizon: Mapped[str]
    area_code: Mapped[str]
    seed: Mapped[int]
    draw_count: Mapped[int]
    gap_draws: Mapped[bytes]
    exposure_draws: Mapped[bytes]
