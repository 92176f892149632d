"""Vietnamese text: normal form, folding, invisible characters."""
