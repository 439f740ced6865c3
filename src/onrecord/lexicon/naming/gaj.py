"""Cyrillic letters of Serbia and Macedonia in Gaj's Latin alphabet."""

import re

__all__ = ["in_gaj"]

_SERBIAN = re.compile("[јљњћђџќѓѕ]", re.IGNORECASE)
_GAJ = str.maketrans(
    {
        case(letter): case(latin) if len(latin) == 1 else latin
        for case in (str.lower, str.upper)
        for letter, latin in zip(
            "абвгдђежзијклљмнњопрстћуфхцчџшќѓѕ",
            "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š ć đ dz".split(),
            strict=True,
        )
    }
)


def in_gaj(name: str) -> str:
    """The name in Gaj's letters, if it has one that only these languages write."""
    return name.translate(_GAJ) if _SERBIAN.search(name) else name
