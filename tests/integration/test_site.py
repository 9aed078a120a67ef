"""Files reach the bucket with their headers and leave it again; CloudFront is told, and may refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from moto import mock_aws

from sayso.adapters.site import BucketSite


@pytest.fixture
def s3() -> Iterator[Any]:
    with mock_aws():
        client = boto3.client("s3", region_name="eu-central-1")
        client.create_bucket(Bucket="site", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        yield client


def there(s3: Any) -> list[str]:
    return [file["Key"] for file in s3.list_objects_v2(Bucket="site").get("Contents", [])]


def test_a_file_has_its_bytes_and_its_headers(s3: Any) -> None:
    BucketSite(s3, "site").put("page/en.html", b"<p>", "text/html; charset=utf-8", "public, max-age=60")
    file = s3.get_object(Bucket="site", Key="page/en.html")
    assert file["Body"].read() == b"<p>"
    assert (file["ContentType"], file["CacheControl"]) == ("text/html; charset=utf-8", "public, max-age=60")


def test_files_go_as_far_as_they_are_there(s3: Any) -> None:
    site = BucketSite(s3, "site")
    for path in ("page/a", "page/b", "page/c"):
        site.put(path, b"", "text/plain", "")
    site.delete(["page/a", "page/c", "page/never"])
    site.delete([])
    assert there(s3) == ["page/b"]


def test_more_files_than_one_request_takes(s3: Any) -> None:
    site = BucketSite(s3, "site")
    paths = [f"page/{number:04d}" for number in range(1_001)]
    for path in (paths[0], paths[-1]):
        site.put(path, b"", "text/plain", "")
    site.delete(paths)
    assert there(s3) == []


def test_a_file_that_s3_keeps_is_raised() -> None:
    class Keeps:
        def delete_objects(self, **_: Any) -> dict[str, Any]:
            return {"Errors": [{"Key": "page/a", "Code": "AccessDenied"}]}

    with pytest.raises(RuntimeError, match="S3 kept 1 of 2 files: AccessDenied"):
        BucketSite(Keeps(), "site").delete(["page/a", "page/b"])  # type: ignore[arg-type]


class Cloudfront:
    """Takes invalidations, or fails."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.asked: list[dict[str, Any]] = []
        self.trouble = trouble

    def create_invalidation(self, **asked: Any) -> None:
        if self.trouble:
            raise self.trouble
        self.asked.append(asked)


def test_cloudfront_is_told_which_paths_and_on_which_occasion(s3: Any) -> None:
    cloudfront = Cloudfront()
    site = BucketSite(s3, "site", lambda: cloudfront, "E1")  # type: ignore[arg-type,return-value]
    assert site.invalidate(["/page/*", "/"], "page-3-7")
    (asked,) = cloudfront.asked
    assert asked["DistributionId"] == "E1"
    assert asked["InvalidationBatch"] == {
        "Paths": {"Quantity": 2, "Items": ["/page/*", "/"]},
        "CallerReference": "page-3-7",
    }


@pytest.mark.parametrize(
    "trouble",
    [
        ClientError({"Error": {"Code": "TooManyInvalidationsInProgress", "Message": ""}}, "CreateInvalidation"),
        EndpointConnectionError(endpoint_url="https://cloudfront.example"),
    ],
)
def test_that_cloudfront_does_not_listen_is_told_and_not_raised(s3: Any, trouble: Exception) -> None:
    site = BucketSite(s3, "site", lambda: Cloudfront(trouble), "E1")  # type: ignore[arg-type,return-value]
    assert not site.invalidate(["/page/*"], "page-1-1")


def test_without_a_distribution_there_is_nobody_to_tell(s3: Any) -> None:
    site = BucketSite(s3, "site", lambda: pytest.fail("asked for CloudFront"))
    assert site.invalidate(["/page/*"], "page-1-1")
