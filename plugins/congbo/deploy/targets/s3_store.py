"""A bucket of an S3-compatible server: get, put, remove; what it refuses is told with its cure. The only importer of boto3.

The key comes from the machine's environment or its AWS configuration, never from a file of the repository.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congbo.errors import CongboError, refuse
from congbo.policy.targets import Target

REGION = "us-east-1"  # what servers of one's own answer to
ANSWER, TRIES, AT_ONCE = (10, 60), 3, 16  # seconds to connect and to read; requests at a time
REMOVED_AT_ONCE = 1000
_SAID: Mapping[str, str] = {
    "NoSuchBucket": "targets.s3.bucket",
    "InvalidAccessKeyId": "targets.s3.key",
    "SignatureDoesNotMatch": "targets.s3.key",
    "InvalidToken": "targets.s3.key",
    "AccessDenied": "targets.s3.denied",
    "403": "targets.s3.denied",
    "RequestTimeTooSkewed": "targets.s3.clock",
    "QuotaExceeded": "targets.no_space",
    "InsufficientStorage": "targets.no_space",
    "XMinioStorageFull": "targets.no_space",
}
_ABSENT = ("NoSuchKey", "404", "NotFound")


@dataclass(frozen=True)
class Bucket:
    """The bucket of a target; names are below its prefix."""

    target: Target

    def get(self, name: str) -> bytes | None:
        """Return an object's bytes, None if there is none. Raises CongboError if the server does not answer as it should."""
        from botocore.exceptions import ClientError

        with self._told():
            try:
                found = self._client.get_object(Bucket=self.target.bucket, Key=self._key(name))
            except ClientError as error:
                if _code(error) in _ABSENT:
                    return None
                raise
            data: bytes = found["Body"].read()
            return data

    def put(self, name: str, data: bytes, headers: Mapping[str, Any]) -> None:
        """Write an object. ``headers``: ContentType, CacheControl, Metadata and so on, in boto3's names."""
        with self._told():
            self._client.put_object(Bucket=self.target.bucket, Key=self._key(name), Body=data, **headers)

    def remove(self, names: list[str]) -> None:
        """Remove objects, whether they are there or not."""
        for start in range(0, len(names), REMOVED_AT_ONCE):
            keys = [{"Key": self._key(name)} for name in names[start : start + REMOVED_AT_ONCE]]
            with self._told():
                done = self._client.delete_objects(Bucket=self.target.bucket, Delete={"Objects": keys, "Quiet": True})
            if failed := done.get("Errors"):
                raise self._refusal(str(failed[0].get("Code")), f"{failed[0].get('Key')}: {failed[0].get('Message')}")

    def _key(self, name: str) -> str:
        return f"{self.target.prefix}/{name}" if self.target.prefix else name

    @cached_property
    def _client(self) -> Any:
        import boto3
        from botocore.config import Config

        connect, read = ANSWER
        # Servers of one's own do not all know the checksums that boto3 sends by default.
        config = Config(
            connect_timeout=connect, read_timeout=read, max_pool_connections=AT_ONCE,
            retries={"max_attempts": TRIES, "mode": "standard"}, signature_version="s3v4",
            s3={"addressing_style": "path"}, request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )  # fmt: skip
        region = self.target.region or REGION
        return boto3.client("s3", region, endpoint_url=self.target.endpoint, config=config)

    @contextmanager
    def _told(self) -> Iterator[None]:
        from botocore.exceptions import (
            BotoCoreError,
            ClientError,
            NoCredentialsError,
            PartialCredentialsError,
            ProfileNotFound,
        )

        try:
            yield
        except (NoCredentialsError, PartialCredentialsError, ProfileNotFound) as error:
            raise self._refusal("", str(error), "targets.s3.no_key") from error
        except ClientError as error:
            raise self._refusal(_code(error), str(error)) from error
        except BotoCoreError as error:  # no connection, no answer in time, a half answer
            raise self._refusal("", str(error), "targets.s3.down") from error

    def _refusal(self, code: str, detail: str, key: str = "") -> CongboError:
        where = {"target": self.target.name, "server": self.target.endpoint, "bucket": self.target.bucket}
        return refuse(key or _SAID.get(code, "targets.s3.failed"), None, **where, detail=detail)


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
