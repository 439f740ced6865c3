"""Whether two names can be one bearer's: pairs from documented facts, and how well they are told."""
