"""How far to believe what is on record: independence, corroboration, disputes, grades.

Pure functions on statements; nothing here is stored, and nothing is averaged away.
"""

from onrecord.weigh.evidence import Evidence
from onrecord.weigh.origins import origins
from onrecord.weigh.weighing import weigh

__all__ = ["Evidence", "origins", "weigh"]
