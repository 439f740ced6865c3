"""The English network of onrecord: `FOLDER` holds weights, tokenizer, labels and card."""

from pathlib import Path

__all__ = ["FOLDER"]

FOLDER = Path(__file__).parent
