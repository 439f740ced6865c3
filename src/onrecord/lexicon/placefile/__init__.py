"""Files of places: a GeoNames dump, a Wikidata export, somebody's own table."""

from onrecord.lexicon.placefile.opening import Form, PlaceFile

__all__ = ["Form", "PlaceFile"]
