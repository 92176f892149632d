"""The server that people push to: what it lets in, what it attests, and what it tells the publisher."""
