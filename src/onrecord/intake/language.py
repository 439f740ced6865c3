"""Which language a text is in, with doubt left open."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["identify"]

_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "a about after all also an and are as at be been before but by could for from had has have he"
    " her his if in into is it its more not of on or over said says she than that the their there"
    " they this to was were when which who will with would".split()
)
_ENGLISH_SHARE = 0.2
_SURE = 0.9
_ENOUGH_LETTERS = 60
_ENOUGH_TEXT = 20_000


def identify(text: str) -> str | None:
    """ISO 639-1 code of the language, None where the text is too short or too mixed to say.

    English is known by its small words first, since reports full of foreign names or in capitals
    mislead a guess by letters; another language is named only with good evidence.
    """
    text = text[:_ENOUGH_TEXT]
    words = _WORDS.findall(text.lower())
    if not words:
        return None
    if len(words) >= 5 and sum(word in _ENGLISH for word in words) / len(words) >= _ENGLISH_SHARE:
        return "en"
    language, confidence = _identifier().classify(text)
    enough = sum(map(len, words)) >= _ENOUGH_LETTERS
    return str(language) if enough and confidence >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
