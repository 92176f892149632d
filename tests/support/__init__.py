"""Helpers that several tests share: trees by value, cases as files."""
