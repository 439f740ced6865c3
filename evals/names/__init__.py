"""Whether two names are one bearer's: pairs from documented facts, and how well they are told."""
