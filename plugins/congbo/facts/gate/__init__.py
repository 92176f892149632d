"""The gate: from what is known about a change to a verdict, as a pure function (ADR 13)."""
