"""Pure functions of policies, items, history and today."""
