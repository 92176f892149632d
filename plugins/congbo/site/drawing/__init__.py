"""Drawings as numbers: values in, places on a page out. Templates write the SVG.

Across, numbers are per cent of the width; down, they are em, so that a drawing is as wide as its column and its words are
as large as the text around it, on a telephone too. Nothing here knows a page, a language or a policy.
"""
