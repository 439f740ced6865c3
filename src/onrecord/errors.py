"""The exception tree, and the one table that maps it to exit codes and HTTP statuses.

OnRecordError
├── InputError        a file or line that cannot be read
├── ModelError        network weights that are missing, damaged or of the wrong kind
├── StoreError        a record that cannot be opened, read or written
├── ResolutionError   judgements that cannot hold together
├── SettingsError     a setting with a wrong value
├── SparkError        a Spark cluster that is not there, or fails
└── NotFound          a name or reference that is not on record
"""

__all__ = [
    "EXIT_AND_STATUS",
    "InputError",
    "ModelError",
    "NotFound",
    "OnRecordError",
    "ResolutionError",
    "SettingsError",
    "SparkError",
    "StoreError",
]


class OnRecordError(Exception):
    """The base of all errors that a user can mend; one line: what, where, what to do."""


class InputError(OnRecordError):
    """A file or line cannot be read."""


class ModelError(OnRecordError):
    """Network weights are missing, damaged or of the wrong kind."""


class StoreError(OnRecordError):
    """A record cannot be opened, read or written."""


class ResolutionError(OnRecordError):
    """Judgements cannot hold together."""


class SettingsError(OnRecordError):
    """A setting has a wrong value."""


class SparkError(OnRecordError):
    """A Spark cluster is not there, or fails."""


class NotFound(OnRecordError):
    """A name or reference is not on record."""


EXIT_AND_STATUS: dict[type[OnRecordError], tuple[int, int]] = {
    OnRecordError: (1, 500),
    InputError: (3, 400),
    NotFound: (4, 404),
    StoreError: (5, 503),
    ModelError: (6, 500),
    ResolutionError: (7, 409),
    SettingsError: (8, 400),
    SparkError: (9, 503),
}
"""Exit code of the command line and HTTP status; 2 is the command line's own usage error."""
