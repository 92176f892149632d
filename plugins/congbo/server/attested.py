"""Whether a tip may be shown to the public: the chain must hold a receipt of how the target came to it."""

from __future__ import annotations

from congbo.register.chain import Chain

_KINDS = ("genesis", "merged", "recovery", "redacted")


def is_attested(chain: Chain, tip: str) -> bool:
    """Tell whether a tip of the target has its receipt, and is the last one that has."""
    moved = [one.after for one in chain.receipts if one.kind in _KINDS]
    return bool(moved) and moved[-1] == tip
