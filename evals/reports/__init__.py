"""The facts of whole reports, labelled by reading, against what the program puts on record."""
