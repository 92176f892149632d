"""Derived facts kept from one run to the next. Deleting them is always safe: whatever is missing is worked out again.

They lie in git's own folder, which no commit and no clone can bring along, so that whoever writes a change cannot put facts
there for whoever judges it (ADR 0009).
"""

from congbo.store.database import Store
from congbo.store.state import State, code_state, digest, state_of

__all__ = ["State", "Store", "code_state", "digest", "state_of"]
