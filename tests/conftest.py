"""Its presence puts ``tests/`` on the path, so that every test can import the helpers in ``support``."""
