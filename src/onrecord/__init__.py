"""News reports put on record: who said what, how sure, about whom, when and where."""
