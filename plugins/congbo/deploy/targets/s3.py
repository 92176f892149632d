"""S3-compatible storage: no swap there, so files travel in an order in which every live page can be read at any moment.

Before anything travels a note (``congbo-transfer.json``) says which files are about to; it goes when the manifest is there.
Who finds it knows that a transfer broke off, and sends or removes again what it names.
"""

from __future__ import annotations

import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from congbo.deploy.manifest import NAME
from congbo.deploy.targets.contents import Contents, Shipment, contents
from congbo.deploy.targets.headers import ASKING, caching, type_of
from congbo.deploy.targets.newest import Descends, refuse_newer
from congbo.deploy.targets.order import Plan, plan
from congbo.deploy.targets.s3_store import AT_ONCE, Bucket
from congbo.deploy.targets.sent import Sent
from congbo.errors import REFUSED, refuse

NOTE = "congbo-transfer.json"
_OWN = {"ContentType": "application/json", "CacheControl": "no-store"}


@dataclass(frozen=True)
class _Note:
    """Who is sending, and every file that may be there or not since."""

    token: str
    paths: tuple[str, ...]

    def document(self) -> bytes:
        return json.dumps({"token": self.token, "paths": self.paths}, ensure_ascii=False, indent=0).encode()


def send(shipment: Shipment, descends: Descends | None) -> Sent:
    """Bring a release into its bucket. Raises CongboError; what was live can be read still, and the next run heals."""
    bucket, target = Bucket(shipment.target), shipment.target
    held, left = _held(bucket), _left(bucket.get(NOTE))
    if descends:
        refuse_newer(shipment.contents, held, descends, target.name)
    if held and not left and held == shipment.contents:
        return Sent(target.where, 0, 0)
    work = plan(shipment.contents, held, left)
    note = _Note(secrets.token_hex(8), tuple(sorted((*work.sent, *work.gone))))
    bucket.put(NOTE, note.document(), _OWN)
    _travel(bucket, shipment, work, note)
    bucket.remove([NOTE])
    return Sent(target.where, len(work.sent), len(work.gone))


def _held(bucket: Bucket) -> Contents | None:
    """What the bucket holds. Raises CongboError for a manifest that is not ours: then the bucket is not ours either."""
    data = bucket.get(NAME)
    found = contents(data) if data is not None else None
    if data is not None and found is None:
        raise refuse("targets.foreign", None, target=bucket.target.name, where=bucket.target.where)
    return found


def _left(data: bytes | None) -> tuple[str, ...]:
    """The files of a transfer that broke off. What cannot be read names none: then the manifest alone tells what is there."""
    note = _note(data)
    return note.paths if note else ()


def _note(data: bytes | None) -> _Note | None:
    try:
        document = json.loads(data or b"")
        return _Note(str(document["token"]), tuple(str(path) for path in document["paths"]))
    except (ValueError, KeyError, TypeError):
        return None


def _travel(bucket: Bucket, shipment: Shipment, work: Plan, note: _Note) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for paths in work.stages:
            _ours(bucket, note)
            for _ in pool.map(lambda path: _put(bucket, shipment, path), paths):
                pass
    _ours(bucket, note)
    bucket.remove(list(work.gone))
    bucket.put(NAME, shipment.contents.manifest, {"ContentType": type_of(NAME), "CacheControl": ASKING})


def _put(bucket: Bucket, shipment: Shipment, path: str) -> None:
    sha = shipment.contents.files[path].sha256
    headers = {"ContentType": type_of(path), "CacheControl": caching(path), "Metadata": {"sha256": sha}}
    bucket.put(path, shipment.read(path), headers)


def _ours(bucket: Bucket, note: _Note) -> None:
    """Refuse to go on where another publisher has begun meanwhile: it sends what this one has left."""
    now = _note(bucket.get(NOTE))
    if now is None or now.token != note.token:
        raise refuse("targets.overtaken", None, REFUSED, target=bucket.target.name)
