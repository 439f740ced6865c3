"""The settings: one table, read once at the edge into a frozen value.

A flag wins over an `ONRECORD_*` variable, that over `onrecord.toml`, that over the default.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingsError

__all__ = ["FILE", "SETTINGS", "Setting", "Settings", "load"]

FILE = "onrecord.toml"

_OFF = "off"
_TILES = re.compile(r"https://[\w.-]+(?::\d+)?/[\w./{}?&=%~@+-]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the table; a value has the type of `default`."""

    name: str
    default: str | int
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"ONRECORD_{self.name.upper()}"


SETTINGS = (
    Setting(
        "cache", "~/.cache/onrecord", "Folder for what can be made again: the gazetteer index."
    ),
    Setting("record", "onrecord.db", "The record: path of an SQLite file."),
    Setting("spark", _OFF, "Master of the Spark cluster that reads and judges; off does without."),
    Setting(
        "tiles",
        _OFF,
        "Where the map takes pictures of the land from, such as"
        " https://tiles.example/{z}/{x}/{y}.png; off asks nobody.",
    ),
    Setting("workers", 0, "Processes that read reports; 0 lets cores and reports decide."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings are in this run.

    `spark` is None where no cluster is wanted, `tiles` where the map asks nobody, `workers` 0 where
    cores and reports decide.
    """

    cache: Path
    record: str
    spark: str | None
    tiles: str | None
    workers: int


def load(flags: Mapping[str, object | None], environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings from flags, environment and `onrecord.toml` in `folder`.

    A flag that is None was not given. Raises SettingsError for a wrong value or an unknown name
    in the file.
    """
    given = _from_file(folder / FILE)
    values = {}
    for setting in SETTINGS:
        where, value = next(_candidates(setting, flags, environ, given))
        values[setting.name] = _parsed(setting, where, value)
    return Settings(
        cache=Path(values["cache"]).expanduser(),
        record=values["record"],
        spark=None if values["spark"] == _OFF else values["spark"],
        tiles=None if values["tiles"] == _OFF else _address(values["tiles"]),
        workers=int(values["workers"]),
    )


def _candidates(
    setting: Setting,
    flags: Mapping[str, object | None],
    environ: Mapping[str, str],
    given: Mapping[str, object],
) -> Iterator[tuple[str, object]]:
    if flags.get(setting.name) is not None:
        yield f"--{setting.name}", flags[setting.name]
    if environ.get(setting.variable):
        yield setting.variable, environ[setting.variable]
    if setting.name in given:
        yield FILE, given[setting.name]
    yield "default", setting.default


def _from_file(path: Path) -> dict[str, object]:
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path.name} cannot be read: {error}") from error
    unknown = sorted(set(given) - {setting.name for setting in SETTINGS})
    if unknown:
        raise SettingsError(f"{path.name}: no setting is called {unknown[0]!r}")
    return given


def _address(tiles: str) -> str:
    """The same, if it is an address of tiles that no policy of ours can be broken with."""
    if not _TILES.fullmatch(tiles) or any(part not in tiles for part in ("{z}", "{x}", "{y}")):
        raise SettingsError(f"tiles: {tiles!r} is no https:// address with {{z}}, {{x}} and {{y}}")
    return tiles


def _parsed(setting: Setting, where: str, value: object) -> str:
    words = str(value).strip()
    if isinstance(setting.default, int) and not words.isdecimal():
        raise SettingsError(f"{setting.name}: {words!r} ({where}) is not a whole number from 0 up")
    if not words:
        raise SettingsError(f"{setting.name}: empty ({where})")
    return words
