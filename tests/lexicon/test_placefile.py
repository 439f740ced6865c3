"""Reading files of places in their forms, and what is said of a line that is wrong."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.lexicon.placefile import PlaceFile
from onrecord.lexicon.placerow import PlaceRow

DUMP = [
    "71\tBirnin Ruwa\tBirnin Ruwa\tBirni-n-Ruwa,Бирнин-Рува\t11.5\t8.25\tP\tPPL\tNG\t\t29\t2904"
    "\t\t\t1200\t\t480\tAfrica/Lagos\t2020-01-02",
    "72\tRuwa Local Government\tRuwa Local Government\t\t11.6\t8.3\tA\tADM2\tNG\t\t29\t2904"
    "\t\t\t0\t\t481\tAfrica/Lagos\t2020-01-02",
]
RUWA = PlaceRow(
    "Birnin Ruwa",
    11.5,
    8.25,
    ("Birni-n-Ruwa", "Бирнин-Рува"),
    "NG",
    "29",
    "PPL",
    1200,
    71,
)
ITEM = "http://www.wikidata.org/entity/Q"
PLANT = {"item": f"{ITEM}1", "itemLabel": "Anvari Plant", "coord": "Point(51.5 32.25)"}
MINE = PlaceRow("Anvari Plant", 32.25, 51.5)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], PlaceFile]:
    def write(text: str) -> PlaceFile:
        path = tmp_path / "places.any"
        path.write_text(text, "utf-8")
        return PlaceFile(path)

    return write


def test_a_dump_of_geonames(file: Callable[[str], PlaceFile]) -> None:
    source = file("\n".join(DUMP) + "\n")
    town, district = source.rows()
    assert town == RUWA
    assert (district.feature, district.population, district.aliases) == ("ADM2", 0, ())
    assert source.form == "GeoNames dump"


def test_a_zip_with_its_readme(tmp_path: Path) -> None:
    path = tmp_path / "NG.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "about")
        packed.writestr("NG.txt", "\n".join(DUMP))
    assert len(list(PlaceFile(path).rows())) == 2


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([PLANT]),
        json.dumps([{key: {"type": "literal", "value": value} for key, value in PLANT.items()}]),
        json.dumps({"results": {"bindings": [{k: {"value": v} for k, v in PLANT.items()}]}}),
        f"item,itemLabel,coord\n{ITEM}1,Anvari Plant,Point(51.5 32.25)\n",
        f'?item\t?itemLabel\t?coord\n<{ITEM}1>\t"Anvari Plant"@en\t"Point(51.5 32.25)"^^<wkt>\n',
        "\ufeffname;lat;lon\nAnvari Plant;32.25;51.5\n",
        "Name,Lat,Lon,remark\r\nAnvari Plant,32.25,51.5,\r\n",
    ],
    ids=["json", "verbose", "sparql", "csv", "tsv", "semicolons", "table"],
)
def test_one_place_in_many_forms(file: Callable[[str], PlaceFile], text: str) -> None:
    assert list(file(text).rows()) == [MINE]


def test_results_on_one_item_are_one_place(file: Callable[[str], PlaceFile]) -> None:
    second = PLANT | {"itemLabel": "Plant of Anvari", "itemAltLabel": "Site A, Site B"}
    nameless = {"item": f"{ITEM}2", "itemLabel": "Q2", "coord": "Point(1 1)"}
    elsewhere = PLANT | {
        "item": f"{ITEM}3",
        "coord": "<http://www.wikidata.org/entity/Q405> Point(1 2)",
    }
    (place,) = file(json.dumps([PLANT, second, nameless, elsewhere])).rows()
    assert place.name == "Anvari Plant"
    assert place.aliases == ("Plant of Anvari", "Site A", "Site B")


def test_a_table_with_all_columns(file: Callable[[str], PlaceFile]) -> None:
    head = "name,lat,lon,aliases,country,admin1,feature,population,radius_km,geonames_id"
    (place,) = file(f"{head}\nCamp Oriel,-1.5,30,Oriel | Camp 3,rw,02,S.CMP,900,2.5,7\n").rows()
    expected = PlaceRow(
        "Camp Oriel", -1.5, 30.0, ("Oriel", "Camp 3"), "RW", "02", "CMP", 900, 7, 2.5
    )
    assert place == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no place; give a file"),
        ("name,lat,lon\n", "holds no place; give a file"),
        ("place,where\nOriel,here\n", "line 1: no column 'name'; give a GeoNames dump, a Wikidata"),
        ("name,lat,lon\nOriel,1,2\nUlaan,95,2\n", "line 3: lat 95 is not between -90 and 90"),
        ("name,lat,lon\nOriel,nan,2\n", "line 2: lat nan is not between"),
        ("name,lat,lon\nOriel,,2\n", "line 2: lat '' is no number; write degrees"),
        ("name;lat;lon\nOriel;1,5;2\n", "line 2: lat '1,5' is no number; write degrees"),
        ("name,lat,lon\nOriel,1\n", "line 2: 2 cells under 3 columns; put quotes"),
        ("name,lat,lon\n,1,2\n", "line 2: no name; give one or leave the line out"),
        ('name,lat,lon\n"Oriel"x,1,2\n', "line 2: .*mend the quotes"),
        ("name,lat,lon,country\nOriel,1,2,Mali\n", "line 2: country 'MALI' is no code; write two"),
        ("name,lat,lon,population\nOriel,1,2,1e3\n", "line 2: population '1e3' is no whole number"),
        ("name,lat,lon,radius_km\nOriel,1,2,0\n", "line 2: radius_km 0 is not above 0"),
        (f"{DUMP[0]}\n1\tOriel\n", "line 2: 2 columns, not the 19 of a GeoNames dump; fetch"),
        ("{\n}}", "line 2: not JSON: .*; download the file again"),
        ("[1]", "no list of results with item, itemLabel and coord"),
        ('[{"item": "x", "itemLabel": "y"}]', r"result 1: no item such as Q42; ask for \?item"),
        (json.dumps([PLANT, PLANT | {"coord": "here"}]), "result 2: coord 'here' is no point; ask"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    file: Callable[[str], PlaceFile], text: str, said: str
) -> None:
    with pytest.raises(InputError, match=rf"places\.any.*{said}") as caught:
        list(file(text).rows())
    assert "\n" not in str(caught.value)


def test_other_bytes_are_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes("name,lat,lon\nOrélie,1,2\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.csv: not UTF-8; save it as UTF-8"):
        list(PlaceFile(latin).rows())
    with pytest.raises(InputError, match=r"nowhere\.csv cannot be read"):
        list(PlaceFile(tmp_path / "nowhere.csv").rows())
    several = tmp_path / "several.zip"
    with zipfile.ZipFile(several, "w") as packed:
        packed.writestr("a.txt", "")
        packed.writestr("b.txt", "")
    with pytest.raises(InputError, match="holds 2 files; unpack it and name one"):
        list(PlaceFile(several).rows())
