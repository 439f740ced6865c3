"""Reference data, and small pure functions on it."""
