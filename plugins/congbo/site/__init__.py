"""Facts to pages: what a page shows is a frozen value, and a page is a pure function of it (ADR 0003)."""
