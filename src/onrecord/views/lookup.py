"""What is asked for by its id, fetched when it is, at once where it is known before."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

__all__ = ["Lookup"]

T = TypeVar("T")


class Lookup(Mapping[str, T]):
    """Values by their ids as `fetch` gives them, each fetched once.

    `every` gives all ids, for those who go through all there is.
    """

    def __init__(
        self,
        fetch: Callable[[Collection[str]], Mapping[str, T]],
        every: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._fetch = fetch
        self._every = every
        self._held: dict[str, T] = {}
        self._missing: set[str] = set()

    def have(self, keys: Iterable[str]) -> None:
        """Fetch at once what will be asked for."""
        wanted = {*keys} - self._held.keys() - self._missing
        if wanted:
            found = self._fetch(wanted)
            self._held.update(found)
            self._missing |= wanted - found.keys()

    def __getitem__(self, key: str) -> T:
        if key not in self._held:
            self.have((key,))
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        keys = tuple(self._every())
        self.have(keys)
        return iter(keys)

    def __len__(self) -> int:
        return sum(1 for _ in self._every())
