"""The fair exam of times and places: drawn by hash, labelled by reading, half of it sealed."""
