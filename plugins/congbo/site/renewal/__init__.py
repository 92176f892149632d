"""The incremental build: which outputs of the last one rest on something that has changed, and what they are now (ADR 20)."""
