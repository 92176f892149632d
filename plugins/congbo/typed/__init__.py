"""Typed values and their converters: what a field of a content file or a record can hold."""
