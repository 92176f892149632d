"""Papers: one file per form; ``paper`` and ``flow`` are the only ones that know the PDF library."""
