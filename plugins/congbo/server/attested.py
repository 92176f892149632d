"""Whether a tip may be shown to the public: the chain must hold a receipt of how the target came to it."""

from __future__ import annotations

from congbo.register.chain import Chain
from congbo.register.checkpoints import tip_of


def is_attested(chain: Chain, tip: str) -> bool:
    """Tell whether a tip of the target has its receipt, and is the last one that has."""
    return bool(chain.receipts) and tip_of(chain.receipts) == tip
