"""Who may sign in to the desk, how, and that what the desk may do is reached by nobody else."""

import json
import re

import pytest

from sayso.adapters import desk_files
from sayso.domain.staff import ROLES
from tests.infrastructure.reading import NESTED, nested, resources, spelled, template, where

POOL = nested("Auth")["Resources"]["People"]
ABOUT = POOL["Properties"]
CLIENT = resources("AWS::Cognito::UserPoolClient")["UserPoolClient"]
ROUTES = resources("AWS::ApiGatewayV2::Route")
WEB = nested("Web")["Resources"]


def test_nobody_signs_up_by_themselves_and_the_pool_outlives_the_stack() -> None:
    assert ABOUT["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    assert POOL["DeletionPolicy"] == POOL["UpdateReplacePolicy"] == "Retain"
    assert ABOUT["DeletionProtection"] == {"Fn::If": ["IsProtected", "ACTIVE", "INACTIVE"]}
    assert nested("Auth")["Conditions"]["IsProtected"]["Fn::Equals"][1] == "true"
    given = template()["Resources"]["Auth"]["Properties"]["Parameters"]
    assert spelled(given["DeletionProtection"]) == "DeletionProtection"


def test_people_sign_in_by_an_address_whose_case_does_not_matter() -> None:
    assert ABOUT["UsernameAttributes"] == ["email"]
    assert ABOUT["UsernameConfiguration"] == {"CaseSensitive": False}


def test_passwords_are_long_and_a_temporary_one_lasts_a_week() -> None:
    rules = ABOUT["Policies"]["PasswordPolicy"]
    assert rules["MinimumLength"] >= 12
    assert all(rules[f"Require{kind}"] for kind in ("Lowercase", "Uppercase", "Numbers", "Symbols"))
    assert rules["TemporaryPasswordValidityDays"] == 7
    invitation = ABOUT["AdminCreateUserConfig"]["InviteMessageTemplate"]["EmailMessage"]
    assert {"{username}", "{####}"} <= set(re.findall(r"\{[^}]+\}", invitation))  # Cognito refuses one without both
    assert "7 days" in invitation


def test_a_code_from_an_app_may_be_asked_for_or_has_to_be() -> None:
    assert ABOUT["MfaConfiguration"] == {"Fn::If": ["NeedsMfa", "ON", "OPTIONAL"]}
    assert ABOUT["EnabledMfas"] == ["SOFTWARE_TOKEN_MFA"]
    assert template()["Parameters"]["StaffMfa"]["AllowedValues"] == ["optional", "required"]


def test_who_forgot_a_password_is_helped_by_mail_alone() -> None:
    assert ABOUT["AccountRecoverySetting"]["RecoveryMechanisms"] == [{"Name": "verified_email", "Priority": 1}]


def test_every_role_is_a_group_and_the_one_that_may_most_comes_first() -> None:
    groups = resources("AWS::Cognito::UserPoolGroup", NESTED["Auth"])
    by_rank = sorted(groups.values(), key=lambda group: group["Precedence"])
    assert [group["GroupName"] for group in by_rank] == list(ROLES)


def test_nobody_writes_the_address_by_which_accounts_are_theirs() -> None:
    # An empty list means every attribute to Cognito.
    assert CLIENT["WriteAttributes"]
    assert not {"email", "email_verified", "name", "preferred_username"} & set(CLIENT["WriteAttributes"])
    assert not set(CLIENT["WriteAttributes"]) & set(CLIENT["ReadAttributes"])
    assert ABOUT["UserAttributeUpdateSettings"] == {"AttributesRequireVerificationBeforeUpdate": ["email"]}


def test_the_client_is_public_and_gets_tokens_by_a_code_alone() -> None:
    assert CLIENT["GenerateSecret"] is False  # PKCE is what a public client has; Cognito holds it to what it began with
    assert CLIENT["AllowedOAuthFlows"] == ["code"]
    assert CLIENT["ExplicitAuthFlows"] == ["ALLOW_REFRESH_TOKEN_AUTH"], "no password passes through the page"
    assert CLIENT["AllowedOAuthScopes"] == desk_files.SCOPES.split()
    assert CLIENT["SupportedIdentityProviders"] == ["COGNITO"]
    assert CLIENT["PreventUserExistenceErrors"] == "ENABLED"
    assert len(resources("AWS::Cognito::UserPoolClient")) == 1
    assert not resources("AWS::Cognito::UserPoolClient", NESTED["Auth"])


@pytest.mark.parametrize("addresses", ["CallbackURLs", "LogoutURLs"])
def test_people_come_back_to_the_desk_and_nowhere_else(addresses: str) -> None:
    assert [spelled(one) for one in CLIENT[addresses]] == ["${Web.Outputs.SiteUrl}/desk/index.html"]
    assert spelled(template()["Outputs"]["DeskUrl"]["Value"]) == "${Web.Outputs.SiteUrl}/desk/index.html"


def test_a_token_ends_soon_and_can_be_ended_at_once() -> None:
    client = where(CLIENT)
    assert client["EnableTokenRevocation"] is True
    assert client["TokenValidityUnits"] == {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours"}
    assert client["AccessTokenValidity"] == client["IdTokenValidity"] == 15
    assert client["RefreshTokenValidity"] == 12


def test_the_staff_route_asks_for_a_token_of_this_client_and_no_other_route_reaches_its_function() -> None:
    (staff,) = [name for name, route in ROUTES.items() if "StaffApi" in spelled(route["Target"])]
    assert ROUTES[staff]["RouteKey"] == "ANY /api/staff/{proxy+}"
    assert ROUTES[staff]["AuthorizationType"] == "JWT"
    assert spelled(ROUTES[staff]["AuthorizerId"]) == "StaffAuthorizer"
    assert not [name for name, route in ROUTES.items() if name != staff and "AuthorizationType" in route]
    (integration,) = [
        name
        for name, one in resources("AWS::ApiGatewayV2::Integration").items()
        if spelled(one["IntegrationUri"]) == "StaffApi.Arn"
    ]
    assert spelled(ROUTES[staff]["Target"]) == f"integrations/${{{integration}}}"
    (allowed,) = [
        one for one in resources("AWS::Lambda::Permission").values() if spelled(one["FunctionName"]) == "StaffApi"
    ]
    assert spelled(allowed["SourceArn"]).endswith("/*/*/api/staff/*")


def test_the_authorizer_takes_the_tokens_of_the_pool_for_the_desk() -> None:
    (authorizer,) = resources("AWS::ApiGatewayV2::Authorizer").values()
    assert authorizer["AuthorizerType"] == "JWT"
    assert authorizer["IdentitySource"] == ["$request.header.Authorization"]
    assert spelled(authorizer["JwtConfiguration"]["Issuer"]) == "Auth.Outputs.Issuer"
    assert [spelled(one) for one in authorizer["JwtConfiguration"]["Audience"]] == ["UserPoolClient"]
    assert "cognito-idp.${AWS::Region}" in spelled(nested("Auth")["Outputs"]["Issuer"]["Value"])


def test_the_sign_in_has_an_address_of_its_own_in_the_region_and_the_looks_that_go_with_it() -> None:
    domain = nested("Auth")["Resources"]["SignIn"]["Properties"]
    assert domain["ManagedLoginVersion"] == 2
    assert ABOUT["UserPoolTier"] == "ESSENTIALS", "the plan that has managed login"
    text, parts = domain["Domain"]["Fn::Sub"]
    assert text == "sayso-${Id}"
    assert "AWS::StackId" in json.dumps(parts)
    assert not re.search("aws|amazon|cognito", text), "AWS refuses these in a prefix"
    looks = template()["Resources"]["SignInLooks"]
    assert looks["Condition"] == "IsAws"
    assert looks["Properties"]["UseCognitoProvidedValues"] is True


def _policy(name: str) -> dict[str, str]:
    headers = WEB[name]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    text = spelled(headers["ContentSecurityPolicy"]["ContentSecurityPolicy"])
    return dict(directive.strip().partition(" ")[::2] for directive in text.split("; "))


def test_the_desk_may_call_where_people_sign_in_and_is_as_strict_as_every_page_besides() -> None:
    desk, pages = _policy("DeskHeaders"), _policy("SecurityHeaders")
    assert desk.pop("connect-src") == "'self' ${SignInUrl} ${PoolUrl}"
    assert pages.pop("connect-src") == "'self'"
    assert desk == pages
    others = [
        {key: value for key, value in headers.items() if key != "ContentSecurityPolicy"}
        for headers in (
            WEB[name]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
            for name in ("DeskHeaders", "SecurityHeaders")
        )
    ]
    assert others[0] == others[1]
    given = template()["Resources"]["Web"]["Properties"]["Parameters"]
    assert {name: spelled(given[name]) for name in ("SignInUrl", "PoolUrl")} == {
        "SignInUrl": "Auth.Outputs.SignInUrl",
        "PoolUrl": "Auth.Outputs.PoolUrl",
    }
    address = where(nested("Auth")["Outputs"]["PoolUrl"]["Value"])
    assert spelled(address) == "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}"


def test_the_desk_knows_whether_a_second_factor_may_be_switched_off() -> None:
    told = template()["Resources"]["SiteFiles"]["Properties"]["Environment"]["Variables"]
    assert spelled(told["STAFF_MFA"]) == "StaffMfa"
    assert spelled(told["POOL_URL"]) == "Auth.Outputs.PoolUrl"
    assert "aws.cognito.signin.user.admin" in CLIENT["AllowedOAuthScopes"], "the pool takes no other token"


def test_the_desk_is_files_of_the_site_with_headers_of_their_own() -> None:
    behaviours = WEB["Distribution"]["Properties"]["DistributionConfig"]["CacheBehaviors"]
    (desk,) = [one for one in behaviours if one["PathPattern"] == "/desk/*"]
    assert desk["TargetOriginId"] == "site"
    assert spelled(desk["ResponseHeadersPolicyId"]) == "DeskHeaders"
    assert where(desk["ViewerProtocolPolicy"]) == "redirect-to-https"
    assert "AllowedMethods" not in desk  # reading alone
