"""The binary fields of SSH keys and signatures (RFC 4251 section 5), read strictly and written."""

from __future__ import annotations


class MalformedError(ValueError):
    """The bytes are not the fields that were asked for."""


class Fields:
    """Reads one field after another; what is cut short, or not in the shortest form, is ``MalformedError``."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def raw(self, size: int) -> bytes:
        """Return the next ``size`` bytes."""
        found = self._data[self._at : self._at + size]
        if len(found) != size:
            raise MalformedError
        self._at += size
        return found

    def number(self) -> int:
        """Return a uint32."""
        return int.from_bytes(self.raw(4), "big")

    def string(self) -> bytes:
        """Return a string of bytes, which its length goes before."""
        return self.raw(self.number())

    def text(self) -> str:
        """Return a string of printable ASCII."""
        found = self.string()
        if not all(32 <= byte < 127 for byte in found):
            raise MalformedError
        return found.decode("ascii")

    def mpint(self) -> int:
        """Return a positive integer in its shortest form: another form would give the same key a second fingerprint."""
        found = self.string()
        value = int.from_bytes(found, "big", signed=True)
        if value <= 0 or mpint(value) != string(found):
            raise MalformedError
        return value

    def rest(self) -> bytes:
        """Return all that is left."""
        return self.raw(len(self._data) - self._at)

    def end(self) -> None:
        """Refuse bytes that are left over."""
        if self._at != len(self._data):
            raise MalformedError


def number(value: int) -> bytes:
    """Return a uint32."""
    return value.to_bytes(4, "big")


def string(data: bytes) -> bytes:
    """Return the bytes with their length before them."""
    return number(len(data)) + data


def mpint(value: int) -> bytes:
    """Return a positive integer, with a leading zero byte where the first bit is set."""
    return string(value.to_bytes(value.bit_length() // 8 + 1, "big"))
