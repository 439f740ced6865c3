"""Distances and directions on the globe; points are WGS84 degrees (latitude, longitude)."""

from math import acos, cos, radians, sin
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Array", "apart_km", "azimuths", "distances_km", "moved"]

Array: TypeAlias = NDArray[np.float64]
Point: TypeAlias = tuple[float, float]

_EARTH_KM = 6371.0


def distances_km(left: Array, right: Array) -> Array:
    """Great-circle kilometres (n, m) between points (n, 2) and (m, 2)."""
    a, b = np.radians(left), np.radians(right)
    lat, lon = a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1]
    h = np.sin(lat / 2) ** 2 + np.cos(a[:, None, 0]) * np.cos(b[None, :, 0]) * np.sin(lon / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(h, 0, 1))))


def azimuths(left: Array, right: Array) -> Array:
    """Degrees clockwise from north (n, m) in which points (n, 2) lie, seen from points (m, 2)."""
    a, b = np.radians(left), np.radians(right)
    lon = a[:, None, 1] - b[None, :, 1]
    there, here = a[:, None, 0], b[None, :, 0]
    east = np.sin(lon) * np.cos(there)
    north = np.cos(here) * np.sin(there) - np.sin(here) * np.cos(there) * np.cos(lon)
    return np.asarray(np.degrees(np.arctan2(east, north)) % 360)


def apart_km(left: Point, right: Point) -> float:
    """Great-circle kilometres between two points."""
    a, b, lon = radians(left[0]), radians(right[0]), radians(left[1] - right[1])
    return _EARTH_KM * acos(max(-1.0, min(1.0, sin(a) * sin(b) + cos(a) * cos(b) * cos(lon))))


def moved(point: Point, km: float, azimuth: float) -> Point:
    """The point that lies `km` off in the direction `azimuth`."""
    lat, lon = np.radians(point)
    far, turn = km / _EARTH_KM, np.radians(azimuth)
    north = np.arcsin(np.sin(lat) * np.cos(far) + np.cos(lat) * np.sin(far) * np.cos(turn))
    east = np.arctan2(
        np.sin(turn) * np.sin(far) * np.cos(lat), np.cos(far) - np.sin(lat) * np.sin(north)
    )
    return float(np.degrees(north)), float((np.degrees(lon + east) + 540) % 360 - 180)
