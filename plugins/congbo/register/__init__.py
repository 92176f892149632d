"""The register: what the server attests about changes, and the facts that the gate draws from it."""
