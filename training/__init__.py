"""How the network `onrecord-english` was made; not installed."""
