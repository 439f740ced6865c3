"""Chinese names in Cyrillic letters, put in Hanyu Pinyin."""

import re
from functools import cache

from onrecord.lexicon.naming.syllables import is_pinyin
from onrecord.lexicon.tables import rows, words

__all__ = ["in_pinyin"]

_SOFT = frozenset("июяе")
_WORDS = (2, 3)
_ALONE = {
    "i": "yi", "in": "yin", "ing": "ying", "ia": "ya", "iang": "yang", "ian": "yan", "iao": "yao",
    "ie": "ye", "iu": "you", "iu:": "yu", "ue": "yue", "iong": "yong", "u": "wu", "u:": "yu",
    "u:an": "yuan", "u:n": "yun",
}  # fmt: skip
"""Finals without a consonant before them."""


@cache
def _letters(part: str) -> dict[str, str]:
    told = next(letters for name, letters in rows("name_letters", 2) if name == part)
    return dict(each.split(" ") for each in words(told))


@cache
def _syllable() -> re.Pattern[str]:
    initials, finals = (
        "|".join(sorted(_letters(part), key=len, reverse=True))
        for part in ("Palladius initials", "Palladius finals")
    )
    return re.compile(f"({initials})?({finals})(?!ь)(?!(?<=н)[аеиоуыэюя])ъ?")


def in_pinyin(name: str) -> str | None:
    """The name in Pinyin, its surname first; None if it is not spelled in Chinese syllables.

    As Palladius wrote them: "ань" is an, "ан" is ang.
    """
    held = [_word(word) for word in re.split(r"[\s-]+", name.casefold().strip())]
    if len(held) not in _WORDS or not all(held) or len(held[0]) > 1:
        return None
    found = " ".join("".join(word) for word in held)
    return found if is_pinyin(f" {found} ") else None


def _word(word: str) -> list[str]:
    """The syllables of a word; none if it is not made of them."""
    found, at = [], 0
    while at < len(word):
        match = _syllable().match(word, at)
        if match is None:
            return []
        found.append(_spelled(match[1] or "", match[2]))
        at = match.end()
    return found


def _spelled(initial: str, final: str) -> str:
    told = _letters("Palladius finals")[final]
    if not initial:
        return _ALONE.get(told, told.replace(":", ""))
    soft = final[0] in _SOFT and {"цз": "j", "ц": "q", "с": "x"}.get(initial)
    return (soft or _letters("Palladius initials")[initial]) + told.replace(":", "")
