"""Build beside, verify, swap, keep the previous release."""
