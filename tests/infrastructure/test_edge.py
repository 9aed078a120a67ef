"""The limits at the edge: who goes around CloudFront gets no answer, and no address gets all of it."""

from __future__ import annotations

import importlib
import inspect
import json
from typing import Any

import pytest

from sayso.adapters.origin import HEADER
from sayso.handlers import edge
from tests.infrastructure.reading import (
    functions,
    nested,
    resources,
    resources_for,
    spelled,
    template,
    variables,
    where,
)

WEB = nested("Web")
KEYS = "Data.Outputs.OriginKeysArn"
WAF = template("infrastructure/waf.yaml")
ACL = WAF["Resources"]["WebAcl"]["Properties"]
RULES = {rule["Name"]: rule for rule in ACL["Rules"]}
BEHIND_THE_API = sorted(
    spelled(one["IntegrationUri"]).removesuffix(".Arn") for one in resources("AWS::ApiGatewayV2::Integration").values()
)


def api_origin(*, local: bool = False) -> dict[str, Any]:
    origins = where(WEB["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["Origins"], local=local)
    return next(origin for origin in origins if origin["Id"] == "api")


@pytest.mark.parametrize("local", [False, True])
def test_cloudfront_shows_the_api_an_origin_key_on_aws_and_here_alike(local: bool) -> None:
    (header,) = api_origin(local=local)["OriginCustomHeaders"]
    assert header["HeaderName"].lower() == HEADER
    assert spelled(header["HeaderValue"]) == "OriginKey"


def test_the_key_is_looked_up_when_it_is_deployed_and_is_readable_nowhere_else() -> None:
    given = template()["Resources"]["Web"]["Properties"]["Parameters"]["OriginKey"]
    # In the parent: the local stack does not resolve it inside a nested stack.
    assert spelled(given) == "{{resolve:secretsmanager:${" + KEYS + "}:SecretString:${OriginKey}}}"
    assert WEB["Parameters"]["OriginKey"]["NoEcho"] is True
    assert "Default" not in WEB["Parameters"]["OriginKey"]
    for outputs in (WEB["Outputs"], template()["Outputs"], nested("Data")["Outputs"]):
        assert not [name for name, output in outputs.items() if "resolve:" in json.dumps(output)]
        assert not [name for name, output in outputs.items() if spelled(output["Value"]) == "OriginKey"]
    for function in functions():
        assert "resolve:" not in json.dumps(variables(function))


def test_the_number_of_the_key_is_a_parameter_so_that_another_one_reaches_cloudfront() -> None:
    parameter = template()["Parameters"]["OriginKey"]
    generated = nested("Data")["Resources"]["OriginKeys"]["Properties"]["GenerateSecretString"]
    assert parameter["Default"] == generated["GenerateStringKey"] == "1"
    assert json.loads(generated["SecretStringTemplate"]) == {}
    assert generated["ExcludePunctuation"] is True  # it travels in a header


def test_every_function_behind_the_api_asks_for_the_origin_first_and_no_other_knows_the_keys() -> None:
    readers = {name for name in functions() if KEYS in resources_for(name, "secretsmanager:GetSecretValue")}
    assert sorted(readers) == BEHIND_THE_API
    assert len(readers) >= 3
    for name in readers:
        assert variables(name)["ORIGIN_KEYS_SECRET"] == KEYS
        module = importlib.import_module(str(functions()[name]["Handler"]).rpartition(".")[0])
        guarded = inspect.getclosurevars(module.handle)
        assert module.handle.__code__ is edge.only_through_the_edge(module.handle).__code__, f"{name} is not guarded"
        assert guarded.nonlocals["handle"].__module__ == module.__name__


def test_no_log_keeps_the_headers_cloudfront_sends() -> None:
    logged = WEB["Resources"]["ApiStage"]["Properties"]["AccessLogSettings"]["Format"]
    assert "header" not in logged.lower()


def test_the_web_acl_fits_the_parameter_it_is_for() -> None:
    assert ACL["Scope"] == "CLOUDFRONT"
    assert spelled(WAF["Outputs"]["WebAclArn"]["Value"]) == "WebAcl.Arn"
    (assertion,) = WAF["Rules"]["Region"]["Assertions"]
    assert "us-east-1" in json.dumps(assertion)


@pytest.mark.parametrize(
    ("rule", "limit", "path"),
    [("api-per-address", "RequestsPerAddress", "/api/"), ("hooks-per-address", "HooksPerAddress", "/api/hooks/")],
)
def test_one_address_gets_a_share_of_the_api_and_is_told_to_come_back(rule: str, limit: str, path: str) -> None:
    rated = RULES[rule]["Statement"]["RateBasedStatement"]
    assert (rated["AggregateKeyType"], spelled(rated["Limit"])) == ("IP", limit)
    assert path in json.dumps(rated["ScopeDownStatement"])
    stage = WEB["Resources"]["ApiStage"]["Properties"]["DefaultRouteSettings"]
    everybody = stage["ThrottlingRateLimit"] * rated["EvaluationWindowSec"]
    assert WAF["Parameters"][limit]["Default"] <= everybody / 3
    answer = RULES[rule]["Action"]["Block"]["CustomResponse"]
    assert answer["ResponseCode"] == 429
    assert {"Name": "Retry-After", "Value": str(rated["EvaluationWindowSec"])} in answer["ResponseHeaders"]
    content = json.loads(ACL["CustomResponseBodies"][answer["CustomResponseBodyKey"]]["Content"])
    assert content["error"].keys() == {"field", "reason"}


def test_a_list_of_bad_addresses_turns_nobody_away_unless_told_to() -> None:
    assert WAF["Parameters"]["ReputationList"]["Default"] == "count"
    assert RULES["reputation"]["OverrideAction"]["Fn::If"][1:] == [{"Count": {}}, {"None": {}}]


def test_the_web_acl_keeps_no_address_and_no_token() -> None:
    assert [kind for kind in WAF["Resources"].values() if "Logging" in kind["Type"]] == []
    for visible in (ACL, *ACL["Rules"]):
        assert visible["VisibilityConfig"]["SampledRequestsEnabled"] is False
