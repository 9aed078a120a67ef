"""What the outside can reach: files through CloudFront alone, the API without traces of who called it."""

import pytest

from tests.infrastructure.reading import NESTED, nested, resources, spelled, template, where

WEB = nested("Web")["Resources"]
DISTRIBUTION = where(WEB["Distribution"]["Properties"]["DistributionConfig"])
API_BEHAVIOUR = DISTRIBUTION["CacheBehaviors"][0]


@pytest.mark.parametrize("stack", ["Web", "Messaging"])
def test_every_bucket_is_private_encrypted_and_kept(stack: str) -> None:
    for name, bucket in resources("AWS::S3::Bucket", NESTED[stack]).items():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["BucketEncryption"]
        assert nested(stack)["Resources"][name]["DeletionPolicy"] == "Retain"


def test_the_files_are_read_by_this_distribution_and_nobody_else() -> None:
    (statement,) = WEB["SitePolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert statement["Effect"] == "Allow"
    assert statement["Principal"] == {"Service": "cloudfront.amazonaws.com"}
    assert statement["Action"] == "s3:GetObject"
    assert spelled(statement["Condition"]["StringEquals"]["AWS:SourceArn"]).endswith("distribution/${Distribution}")
    site = next(origin for origin in DISTRIBUTION["Origins"] if origin["Id"] == "site")
    assert spelled(site["OriginAccessControlId"]) == "OriginAccess"


def test_pages_load_nothing_from_elsewhere_and_tell_nobody_where_they_were() -> None:
    headers = WEB["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    directives = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"].split("; ")
    rules = dict(directive.strip().partition(" ")[::2] for directive in directives)
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("frame-ancestors") == "'none'"
    assert set(rules) == {"script-src", "style-src", "img-src", "connect-src", "form-action"}
    assert set(rules.values()) == {"'self'"}
    assert headers["ReferrerPolicy"]["ReferrerPolicy"] == "no-referrer"
    assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31536000
    assert "ContentTypeOptions" in headers
    assert all(header["Override"] is True for header in headers.values())
    for behaviour in (DISTRIBUTION["DefaultCacheBehavior"], API_BEHAVIOUR):
        assert spelled(behaviour["ResponseHeadersPolicyId"]) == "SecurityHeaders"


def test_the_api_is_never_cached_and_gets_everything_but_the_host() -> None:
    assert API_BEHAVIOUR["PathPattern"] == "/api/*"
    assert API_BEHAVIOUR["TargetOriginId"] == "api"
    assert API_BEHAVIOUR["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # Managed-CachingDisabled
    # Managed-AllViewerExceptHostHeader
    assert API_BEHAVIOUR["OriginRequestPolicyId"] == "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    assert {"GET", "PUT", "POST"} <= set(API_BEHAVIOUR["AllowedMethods"])


def test_errors_of_the_api_reach_the_page_as_they_are_and_nobody_else() -> None:
    # Left alone, CloudFront answers the next caller from an error for ten seconds. No page and no code: no rewriting.
    codes = (400, 403, 404, 405, 414, 500, 502, 503, 504)
    never_kept = [{"ErrorCode": code, "ErrorCachingMinTTL": 0} for code in codes]
    assert DISTRIBUTION["CustomErrorResponses"] == never_kept


def test_nobody_speaks_plain_http_on_aws() -> None:
    assert DISTRIBUTION["DefaultCacheBehavior"]["ViewerProtocolPolicy"] == "redirect-to-https"
    assert API_BEHAVIOUR["ViewerProtocolPolicy"] == "https-only"
    api = next(origin for origin in DISTRIBUTION["Origins"] if origin["Id"] == "api")
    assert api["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"
    assert "execute-api" in spelled(api["DomainName"])


def test_no_log_keeps_an_address_a_path_or_a_query() -> None:
    assert "Logging" not in DISTRIBUTION
    logged = WEB["ApiStage"]["Properties"]["AccessLogSettings"]["Format"]
    for trace in ("sourceIp", "userAgent", "$context.path", "identity", "domainName", "querystring"):
        assert trace not in logged
    for useful in ("$context.routeKey", "$context.status", "$context.requestId", "Latency"):
        assert useful in logged


def test_the_api_is_throttled_and_calls_one_function_and_on_routes_of_their_own_the_others() -> None:
    limits = WEB["ApiStage"]["Properties"]["DefaultRouteSettings"]
    assert 0 < limits["ThrottlingRateLimit"] <= limits["ThrottlingBurstLimit"]
    routes = {route["RouteKey"]: spelled(route["Target"]) for route in resources("AWS::ApiGatewayV2::Route").values()}
    assert routes == {
        "ANY /api/{proxy+}": "integrations/${PublicApiIntegration}",
        "ANY /api/plain/{token}": "integrations/${PlainPageIntegration}",
        "POST /api/hooks/{source}": "integrations/${HooksIntegration}",
        "ANY /api/case": "integrations/${OwnerApiIntegration}",
        "ANY /api/review": "integrations/${OwnerApiIntegration}",
        "ANY /api/review/pack/{token}": "integrations/${OwnerApiIntegration}",
        "ANY /api/hold": "integrations/${OwnerApiIntegration}",
        "ANY /api/edition": "integrations/${OwnerApiIntegration}",
        "ANY /api/staff/{proxy+}": "integrations/${StaffApiIntegration}",
    }
    integrations = resources("AWS::ApiGatewayV2::Integration")
    assert {name: spelled(one["IntegrationUri"]) for name, one in integrations.items()} == {
        "PublicApiIntegration": "PublicApi.Arn",
        "PlainPageIntegration": "PlainPage.Arn",
        "HooksIntegration": "Hooks.Arn",
        "OwnerApiIntegration": "OwnerApi.Arn",
        "StaffApiIntegration": "StaffApi.Arn",
    }
    assert {one["PayloadFormatVersion"] for one in integrations.values()} == {"2.0"}
    permissions = resources("AWS::Lambda::Permission").values()
    may_be_called = {
        spelled(one["FunctionName"]): spelled(one["SourceArn"]).partition("${Web.Outputs.ApiId}")[2]
        for one in permissions
    }
    assert may_be_called == {
        "PublicApi": "/*/*/api/*",
        "PlainPage": "/*/*/api/plain/*",
        "Hooks": "/*/POST/api/hooks/*",
        "OwnerApi": "/*/*/api/*",
        "StaffApi": "/*/*/api/staff/*",
    }


def test_the_public_page_is_what_the_bare_address_shows() -> None:
    assert DISTRIBUTION["DefaultRootObject"] == "page/index.html"


@pytest.mark.parametrize("parameter", ["CertificateArn", "WebAclArn"])
def test_what_cloudfront_takes_from_another_region_is_optional_and_checked(parameter: str) -> None:
    declared = template()["Parameters"][parameter]
    assert declared["Default"] == ""
    assert "us-east-1" in declared["AllowedPattern"]


def test_a_sending_domain_is_signed_and_nothing_opened_or_clicked_is_tracked() -> None:
    email = nested("Email")["Resources"]
    identity = email["Identity"]["Properties"]
    condition, signed, _ = identity["DkimAttributes"]["Fn::If"]
    assert (condition, signed) == ("IsDomain", {"SigningEnabled": True})
    events = email["MailEvents"]["Properties"]["EventDestination"]["MatchingEventTypes"]
    assert not {"OPEN", "CLICK"} & set(events)
    assert "TrackingOptions" not in email["ConfigurationSet"]["Properties"]
