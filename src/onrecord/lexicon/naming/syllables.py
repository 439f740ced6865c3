"""Names of China, Korea and Japan, known by their syllables."""

import re
from functools import lru_cache

from onrecord.lexicon.tables import rows, words

__all__ = ["is_pinyin", "is_syllabic", "syllabic_families"]

_PINYIN = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhrzcs])?(?:ai|ao|ang|an|a|ei|eng|en|er|e|ou|ong)"
    r"|[bpmf]?(?:o|u)|[dtnlgkhrzcs]h?(?:uo|uan|un|u)|(?:zh|ch|sh|[gkh])(?:uai|uang|ua|ui)|[dtzcs]ui"
    r"|rui|(?:zh|ch|sh|[rzcs])i|[bpmdtnljqxy](?:iao|ie|iu|ian|ing|in|i)|[nljqx]iang|[jqx]iong|[jqxnl]ia"
    r"|[jqxy](?:uan|ue|un|u)|[nl](?:ue|u)|y(?:ang|ong|ou|ao|an|a|e|ing|in|i)"
    r"|w(?:ang|eng|ai|an|en|ei|a|o|u))"
)
_WADE = (
    r"(?:(?:ch|hs|sh|ts|tz|ss|sz|[ptkmfnlhjwys])?"
    r"(?:iung|iang|ieh|ien|iao|ung|ang|eng|ing|uai|uan|uei|iu|ia|in|ih|eh|erh|ueh|uo|ou|ao|ai|ei|en|an"
    r"|un|ui|ow|ua|uang|yi|i|u|a|e|o))"
)
_JAPANESE = (
    r"(?:(?:ky|gy|sh|sy|ch|ts|ty|ny|hy|by|py|my|ry|zy|jy|dz|[kgsztdnhbpmyrwfj])?[aiueo]h?(?![aiueo]h)"
    r"|n(?![aiueoy])|[kstp](?=[kstpc]))+"
)
_KOREAN = (
    r"(?:(?:ch|sh|th|kh|ph|kw|gw|hw|wh|[gknydtrlmbpshjw])?y?w?(?:eui|aei|yeo|you|ae|ai|ay|ah|eo|eu|oe|oi|oo|ou|oh|ui|uh|ee|[aeiou])"
    r"(?:ng|ck|rk|[gknlrmbpt](?![aeiou]))?){1,2}"
)
_IS_KOREAN = re.compile(_KOREAN)
_IS_PINYIN = re.compile(rf" {_PINYIN} {_PINYIN}(?: ?{_PINYIN})? ")
_IS_WADE = re.compile(rf" {_WADE} {_WADE}(?: ?{_WADE}){{0,2}} ")
_IS_JAPANESE = re.compile(rf" {_JAPANESE} {_JAPANESE} ")
_KOREAN_WORDS = (2, 3)
_SYLLABLE = 7
"""Letters of the longest syllable."""


def is_pinyin(spelled: str) -> bool:
    """Whether folded words between blanks can be a Chinese name in Hanyu Pinyin."""
    return bool(_IS_PINYIN.fullmatch(spelled))


@lru_cache(1 << 16)
def syllabic_families(spelled: str) -> frozenset[str]:
    """Which of Chinese, Korean and Japanese a name of folded words between blanks may be."""
    found = set()
    if is_pinyin(spelled) or _IS_WADE.fullmatch(spelled):
        found.add("Chinese")
    if _is_korean(spelled.split()):
        found.add("Korean")
    if _IS_JAPANESE.fullmatch(spelled):
        found.add("Japanese")
    return frozenset(found)


@lru_cache(1 << 16)
def is_syllabic(held: tuple[str, ...]) -> bool:
    """Whether the words of a name are syllables of one name, as in China, Korea and Vietnam."""
    if not held:
        return False
    if held[0] in _vietnamese_surnames() and max(map(len, held)) <= _SYLLABLE:
        return True
    return bool(syllabic_families(f" {' '.join(held)} ") & {"Chinese", "Korean"})


@lru_cache(1)
def _vietnamese_surnames() -> frozenset[str]:
    found = (words(each) for sort, each, _ in rows("name_words", 3) if sort == "surname Vietnamese")
    return frozenset(name for names in found for name in names)


def _is_korean(parts: list[str]) -> bool:
    surnames = _korean_surnames()
    if not parts or len(parts) not in _KOREAN_WORDS:
        return False
    if not all(map(_IS_KOREAN.fullmatch, parts)):
        return False
    return parts[0] in surnames or parts[-1] in surnames


@lru_cache(1)
def _korean_surnames() -> frozenset[str]:
    found = (words(forms) for family, forms, _ in rows("name_forms", 3) if family == "Korean")
    return frozenset(name for names in found for name in names)
