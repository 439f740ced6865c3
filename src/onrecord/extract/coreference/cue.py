"""The words by which a report says that somebody has another name."""

import re

from onrecord.model import NameSort

__all__ = ["CUES", "RENAMED"]

_KNOWN = (
    r"(?:(?:also|otherwise|better|popularly|commonly|locally|widely|previously)\s+)*known\s+"
    r"(?:(?:in|to|by)\s+(?!the\s+(?:name|alias|nom)|his|her|its|their)[\w ]{2,30}?\s+)?"
    r"(?:simply\s+)?(?:as|by\s+(?:the|his|her|its|their)\s+"
    r"(?:alias(?:es)?|name|nom de guerre|nickname|initials|acronym|code ?name)(?:\s+of)?)"
)
CUES = tuple(
    (re.compile(rf"\b(?:{pattern})[\s,:]*(?:of\s+|is\s+|was\s+)?", re.IGNORECASE), sort, main)
    for pattern, sort, main in (
        (r"formerly\s+(?:known\s+as|called|named)?", NameSort.FORMER, "formerly"),
        (r"(?:born(?:\s+as)?|n[ée]e)(?=\s+[A-Z])", NameSort.BIRTH, "born"),
        (_KNOWN, NameSort.ALIAS, "known"),
        (r"nicknamed|dubbed", NameSort.NICKNAME, ""),
        (r"nicknames?", NameSort.NICKNAME, ""),
        (r"a\.?k\.?a\.?|alias(?:es)?", NameSort.ALIAS, ""),
        (r"nom de guerre|kunya|(?:war|fighting|battle) name", NameSort.NOM_DE_GUERRE, ""),
        (r"(?:real|true|birth) name", NameSort.BIRTH, ""),
        (r"pseudonym|pen name|code ?name[d]?", NameSort.ALIAS, ""),
        (
            r"(?:also|often|sometimes|alternatively|variously)\s+"
            r"(?:spel(?:led|t)|written|transliterated|rendered)(?:\s+as)?",
            NameSort.VARIANT,
            "",
        ),
        (
            r"(?:calling|calls|call|called|styling|styles)\s+(?:itself|himself|herself|themselves)",
            NameSort.ALIAS,
            "",
        ),
        (r"called|named|entitled|acronym|initials", NameSort.ALIAS, ""),
        (r"meaning", NameSort.TRANSLATION, ""),
    )
)
"""What a name follows, the sort that it then has, and the word that its bearer hangs on."""

RENAMED = re.compile(
    r"\b(?:renamed(?:\s+(?:itself|themselves|himself|herself))?(?:\s+(?:as|to))?"
    r"|chang(?:ed|es|ing)\s+(?:its|their|his|her)\s+name\s+to"
    r"|rebranded(?:\s+(?:itself|themselves))?\s+as)\s+",
    re.IGNORECASE,
)
"""What a new name follows."""
