"""Enrolment: keys that come, change and go, as edits of ``policies/keys`` and of the boards. No private key is ever read."""
