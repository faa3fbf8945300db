"""Do two words mean the same, however they are written?"""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4_096)
def folded(words: str) -> str:
    """Words as they are compared: no capitals, accents, low lines or signs, one blank between.

    "Débit (kbit/s)" is "debit kbit s"; letters of every script stay. "" where there is no letter
    and no digit: that is like nothing else.
    """
    apart = unicodedata.normalize("NFKD", words).casefold()
    apart = unicodedata.normalize("NFKD", apart)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare))
