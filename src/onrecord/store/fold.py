"""Names without what does not count when somebody types them."""

import re
from unicodedata import combining, normalize

__all__ = ["fold"]


def fold(text: str) -> str:
    """Text without case, diacritics and punctuation, words one blank apart."""
    bare = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return " ".join(re.findall(r"\w+", bare))
