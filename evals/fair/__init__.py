"""The fair exam of what is said and done: statements labelled by reading before the first run."""
