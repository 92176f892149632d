"""Pictures: one file per kind; ``draw`` is the only one that writes markup. No scripts, styles or outside references."""
