"""The record in other shapes, one file a format; `schemes`: our labels in other corpora's terms."""

from onrecord.export.jsonl import export_lines, import_lines

__all__ = ["export_lines", "import_lines"]
