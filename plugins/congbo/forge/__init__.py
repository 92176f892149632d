"""A forge: what it is believed for (which account pressed what on which commit), and how that becomes records of ours."""
