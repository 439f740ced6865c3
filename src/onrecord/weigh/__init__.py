"""How far to believe what is on record: pure functions on statements and people's decisions."""
