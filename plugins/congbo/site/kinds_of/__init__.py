"""The tables of kinds, one module for each part of the portal; ``kinds.py`` joins them."""
