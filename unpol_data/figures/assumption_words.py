"""How is it said which assumption the order hangs on most?"""

import pandas as pd

from unpol_data.figures import formats

NAMES = {
    "item_noise": "What the answers stand for, as well as they were seen",
    "missing_items": "What was not answered",
    "dimension_weights": "How much each dimension weighs",
    "type_of_mean": "The type of mean over the dimensions",
    "threat_ratings": "How severe the crime threats are",
    "relevance": "What bears on what: threats and mandate on areas",
    "importance_weights": "How much threat, mandate and exposure weigh",
}
SHORT = {
    "item_noise": "Answers as seen",
    "missing_items": "Answers missing",
    "dimension_weights": "Dimension weights",
    "type_of_mean": "Type of mean",
    "threat_ratings": "Threat severity",
    "relevance": "Relevance",
    "importance_weights": "Threat, mandate, exposure",
}


def bars(shares: pd.DataFrame) -> pd.DataFrame:
    """One bar per group of assumptions, in the given order, as bars.labelled_bars takes them."""
    return pd.DataFrame(
        {
            "name": [SHORT[code] for code in shares["assumption"]],
            "amount": shares["total_order"],
            "words": [_share(row) for row in shares.itertuples(index=False)],
            "known": True,
        }
    )


def sentence(shares: pd.DataFrame) -> tuple[str, str]:
    """What matters most, and how much: a name, and "41 % (28–53 %) of how far the order moves".

    Where nothing moves the order both are said so.
    """
    first = shares.iloc[0]
    if first["total_order"] <= 0:
        return "Nothing", "no assumption moves the order."
    low, high = (_percent(first[end]) for end in ("total_order_low", "total_order_high"))
    share = formats.percent(first["total_order"])
    return NAMES[first["assumption"]], (
        f"{share} ({low}{formats.RANGE}{high} %) of how far the order moves hangs on it, alone or "
        "together with others."
    )


def _share(row: tuple) -> str:
    low, high = _percent(row.total_order_low), _percent(row.total_order_high)
    return f"{formats.percent(row.total_order)} ({low}{formats.RANGE}{high})"


def _percent(share: float) -> str:
    return f"{formats.round_half_up(100 * share)}"
