"""The English network of onrecord: `FOLDER` holds the weights, the tokenizer, the labels, the card."""

from pathlib import Path

__all__ = ["FOLDER"]

FOLDER = Path(__file__).parent
