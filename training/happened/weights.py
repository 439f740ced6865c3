"""Learns the weights of resolve/happened on reports whose events are marked and put together.

    python training/happened/weights.py RECORD shared/corpora/ecbplus.train.jsonl.gz

RECORD holds the reports, read whole; the address of each ends in its id. Logistic regression on the
pairs of statements that share a key, where each tells of one marked event. The reports have no
days, and few such pairs: so weights are held to values set by hand, the table's last column, by a
normal prior of one bit. Prints precision and recall of joining, each topic by a fit without it, and
writes lexicon/data/happened.tsv.
"""

import argparse
import gzip
import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
from evals.joining.score import Told, gold_events, told
from scipy.optimize import minimize

from onrecord.lexicon import tables
from onrecord.resolve import near, telling_keys
from onrecord.resolve.happened import gather
from onrecord.resolve.happened import gather as _joining
from onrecord.store import open_store
