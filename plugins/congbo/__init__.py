"""congbo: a git repository that is a Vietnamese government portal."""

__version__ = "0.1.0"
