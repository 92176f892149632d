"""Review: the gate's verdict in words, and how a person submits, decides and publishes."""
