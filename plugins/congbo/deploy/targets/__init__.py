"""Targets elsewhere: a finished release travels to a server, a bucket or a folder; what did not change stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from congbo.deploy.targets.contents import shipment
from congbo.deploy.targets.newest import Descends
from congbo.deploy.targets.sent import Sent
from congbo.policy.targets import PAGES, S3, SSH, Target

# Each kind is a module with ``send(shipment, descends)``; none is loaded before it is needed.
SENDERS: Mapping[str, str] = {SSH: "ssh", S3: "s3", PAGES: "pages"}


def send(target: Target, release: Path, home: Path, descends: Descends | None) -> Sent:
    """Bring a finished release to a target and return what travelled.

    ``home``: the repository, where relative folders of targets begin. ``descends`` tells which of two commits is older; None
    lets an older release replace a newer one (rolling back on purpose). Raises CongboError: what readers see is then the
    whole of the old release, or (S3) pages that can all be read still, and the next run finishes the work.
    """
    sender: Callable[..., Sent] = import_module(f"{__name__}.{SENDERS[target.kind]}").send
    return sender(shipment(release, target, home), descends)


__all__ = ["SENDERS", "Descends", "Sent", "send"]
