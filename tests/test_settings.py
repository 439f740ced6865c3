"""Flag over variable over file over default; a wrong value says where it stands."""

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import SETTINGS, Settings, load


def test_the_table_and_the_value_agree() -> None:
    names = [setting.name for setting in SETTINGS]
    assert names == sorted(names) == [field.name for field in fields(Settings)]


def test_without_anything_given_the_defaults_hold(tmp_path: Path) -> None:
    settings = load({}, {}, tmp_path)
    assert settings == Settings(Path.home() / ".cache" / "onrecord", "onrecord.db", None, None, 0)
    with pytest.raises(FrozenInstanceError):
        settings.record = "other.db"  # type: ignore[misc]


def test_flag_over_variable_over_file_over_default(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('record = "file.db"\nworkers = 3\ncache = "here"\n')
    environ = {
        "ONRECORD_RECORD": "variable.db",
        "ONRECORD_SPARK": "local[2]",
        "ONRECORD_WORKERS": "2",
    }
    settings = load({"record": "flag.db", "workers": None}, environ, tmp_path)
    assert settings == Settings(Path("here"), "flag.db", "local[2]", None, 2)


def test_an_empty_variable_is_not_given(tmp_path: Path) -> None:
    assert load({}, {"ONRECORD_RECORD": ""}, tmp_path).record == "onrecord.db"


@pytest.mark.parametrize(
    ("flags", "environ", "file", "named"),
    [
        ({"workers": -1}, {}, "", "--workers"),
        ({}, {"ONRECORD_WORKERS": "many"}, "", "ONRECORD_WORKERS"),
        ({}, {}, "workers = true", "onrecord.toml"),
        ({}, {}, "workers = 1.5", "onrecord.toml"),
        ({}, {}, 'record = " "', "onrecord.toml"),
        ({}, {}, 'recrod = "x.db"', "recrod"),
        ({}, {}, "record = ", "onrecord.toml"),
    ],
)
def test_a_wrong_value_says_where_it_stands(
    flags: dict[str, object], environ: dict[str, str], file: str, named: str, tmp_path: Path
) -> None:
    (tmp_path / "onrecord.toml").write_text(file)
    with pytest.raises(SettingsError, match=named) as caught:
        load(flags, environ, tmp_path)
    assert "\n" not in str(caught.value)


def test_tiles_are_an_address_that_fits_a_policy(tmp_path: Path) -> None:
    address = "https://tiles.example:8080/land/{z}/{x}/{y}.png?key=a-b"
    assert load({"tiles": address}, {}, tmp_path).tiles == address
    assert load({"tiles": "off"}, {}, tmp_path).tiles is None
    for wrong in (
        "http://tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}.png",
        "https://tiles.example; script-src */{z}/{x}/{y}",
    ):
        with pytest.raises(SettingsError, match="tiles"):
            load({"tiles": wrong}, {}, tmp_path)
