"""What OpenSSH writes: its binary fields and its public keys. Pure: bytes in, values out."""
