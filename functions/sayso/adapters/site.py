"""Puts files on the site: into the private bucket that CloudFront reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types_boto3_s3.client import S3Client


class BucketSite:
    """See `sayso.ports.Site`."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    def put(self, path: str, body: bytes, content_type: str, cache_control: str) -> None:
        """Write one file, replacing what was there."""
        self._client.put_object(
            Bucket=self._bucket, Key=path, Body=body, ContentType=content_type, CacheControl=cache_control
        )
