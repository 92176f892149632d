"""Scenes for lead pictures: one scene a module, from a small kit of skies, land, plants, houses, boats and people."""
