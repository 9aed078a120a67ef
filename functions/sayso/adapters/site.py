"""Puts files on the site: into the private bucket that CloudFront reads, and tells CloudFront what changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from types_boto3_cloudfront.client import CloudFrontClient
    from types_boto3_s3.client import S3Client
    from types_boto3_s3.type_defs import DeleteTypeDef

_DELETED_AT_ONCE = 1_000  # objects in one DeleteObjects


class BucketSite:
    """See `sayso.ports.Site`.

    Parameters
    ----------
    bucket : str
        The bucket behind the site.
    cloudfront : callable, optional
        Makes the client when a distribution is to be told.
    distribution : str
        Its id; empty where nothing stands in front of the bucket that keeps copies.
    """

    def __init__(
        self,
        client: S3Client,
        bucket: str,
        cloudfront: Callable[[], CloudFrontClient] | None = None,
        distribution: str = "",
    ) -> None:
        self._client, self._bucket = client, bucket
        self._cloudfront, self._distribution = cloudfront, distribution

    def put(self, path: str, body: bytes, content_type: str, cache_control: str) -> None:
        """Write one file, replacing what was there."""
        self._client.put_object(
            Bucket=self._bucket, Key=path, Body=body, ContentType=content_type, CacheControl=cache_control
        )

    def delete(self, paths: Collection[str]) -> None:
        """Take files away, as far as they are there. Raises RuntimeError when S3 kept one of them."""
        waiting = sorted(paths)
        while waiting:
            chunk, waiting = waiting[:_DELETED_AT_ONCE], waiting[_DELETED_AT_ONCE:]
            these: DeleteTypeDef = {"Objects": [{"Key": path} for path in chunk], "Quiet": True}
            failed = self._client.delete_objects(Bucket=self._bucket, Delete=these).get("Errors", [])
            if failed:
                raise RuntimeError(f"S3 kept {len(failed)} of {len(chunk)} files: {failed[0].get('Code', '')}")

    def invalidate(self, paths: Sequence[str], reference: str) -> bool:
        """Have CloudFront fetch paths (with a slash in front; a star at the end means all below) anew.

        Returns whether it will. What it does not take is no reason to stop: its copies end by themselves. The same
        `reference` twice is one invalidation.
        """
        if not self._distribution or self._cloudfront is None:
            return True
        batch = {"Paths": {"Quantity": len(paths), "Items": list(paths)}, "CallerReference": reference}
        try:
            self._cloudfront().create_invalidation(
                DistributionId=self._distribution,
                InvalidationBatch=batch,  # type: ignore[arg-type]
            )
        except (ClientError, BotoCoreError):
            return False
        return True
