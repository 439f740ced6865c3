"""How well statements of different reports are joined to events."""
