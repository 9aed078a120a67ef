"""One's own sign-in at the desk: an app for codes is set up, moved and switched off. In Chromium, with a user pool
that is made up, and once with the local stack's.

Leaves pictures in test-artefacts/desk/ for a person to look at.
"""

from __future__ import annotations

import re
import time
from functools import partial
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import findings, is_whole
from tests.e2e.company import Company
from tests.e2e.desk_looks import LOOKS, Look, hold, picture
from tests.e2e.desk_page import Desks, desk_page
from tests.e2e.desk_pool import APP, SECRET, FakePool, begin, code_of
from tests.e2e.desk_site import call, sign_in


@pytest.fixture
def desks(browser: Browser) -> Desks:
    return partial(desk_page, browser, {"/api/staff/*": {"items": [], "next": ""}})


# ------------------------------------------------------------------ with a pool that is made up


@pytest.mark.browser
@pytest.mark.parametrize("role", ["manager", "owner", "viewer"])
def test_everybody_finds_their_own_sign_in_under_their_name(desks: Desks, role: str) -> None:
    with desks(role=role, pool=FakePool()) as desk:
        page = desk.open("/nowhere")
        page.locator(".account > button").press("Enter")
        page.get_by_role("link", name="Your sign-in").press("Enter")
        expect(page.get_by_role("heading", level=1, name="Your sign-in")).to_be_focused()
        expect(page.get_by_role("main").get_by_text(f"{role}@polder.example")).to_be_visible()
        expect(page.get_by_text("Your password alone lets you in.")).to_be_visible()
        expect(page.get_by_role("button", name="Switch off")).to_have_count(0)


@pytest.mark.browser
def test_an_app_is_set_up_by_keyboard_and_its_code_asked_for_from_then_on(desks: Desks) -> None:
    pool = FakePool()
    with desks(pool=pool) as desk:
        page = desk.open("/account")
        assert begin(page) == "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
        drawing = page.get_by_role("img", name=re.compile("QR code"))
        assert drawing.evaluate("one => one.namespaceURI") == "http://www.w3.org/2000/svg"
        uri = urlsplit(page.locator("a[href^='otpauth:']").get_attribute("href") or "")
        assert (uri.scheme, uri.netloc) == ("otpauth", "totp")
        assert unquote(uri.path) == "/Polder Hosting:manager@polder.example"
        assert parse_qs(uri.query) == {"secret": [SECRET], "issuer": ["Polder Hosting"]}
        assert "+" not in uri.query
        code = code_of(SECRET, time.time())
        page.get_by_label("Code", exact=True).fill(f"{code[:3]} {code[3:]}")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="The app is set up")).to_be_visible()
        expect(page.locator(".account-state")).to_be_focused()
        expect(page.get_by_text("You are asked for a code whenever you sign in.")).to_be_visible()
        expect(page.locator("code")).to_have_count(0)
        assert pool.is_on
        assert pool.asked[-1] == (
            "SetUserMFAPreference",
            {"SoftwareTokenMfaSettings": {"Enabled": True, "PreferredMfa": True}},
        )
        assert SECRET not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
        assert SECRET not in str(desk.site.asked)  # our own API hears of neither


@pytest.mark.browser
def test_a_wrong_code_and_half_a_one_are_told_at_the_field_and_switch_nothing_on(desks: Desks) -> None:
    pool = FakePool()
    with desks(pool=pool) as desk:
        page = desk.open("/account")
        begin(page)
        field = page.get_by_label("Code", exact=True)
        for typed in ("12345", "abcdef", ""):
            field.fill(typed)
            page.get_by_role("button", name="Switch on").click()
            expect(field).to_have_accessible_description(re.compile("six digits\\."))
            expect(field).to_be_focused()
        assert "VerifySoftwareToken" not in pool.actions
        wrong = next(one for one in ("111111", "222222", "333333", "444444") if not _fits(one))
        for _ in range(2):
            field.fill(wrong)
            page.get_by_role("button", name="Switch on").click()
            expect(field).to_have_accessible_description(re.compile("does not fit"))
        assert findings(page) == []
        pool.fails_with = "EnableSoftwareTokenMFAException"  # the other way it says so
        field.fill(wrong)
        page.get_by_role("button", name="Switch on").click()
        expect(field).to_have_accessible_description(re.compile("does not fit"))
        assert not pool.is_on
        page.get_by_role("button", name="Cancel").press("Enter")
        expect(page.locator(".account-state")).to_be_focused()
        expect(page.get_by_text("Your password alone lets you in.")).to_be_visible()


def _fits(code: str) -> bool:
    return code in {code_of(SECRET, time.time() + away) for away in (-60, -30, 0, 30, 60)}


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["TooManyRequestsException", "LimitExceededException"])
def test_who_tries_too_often_is_told_to_wait_and_keeps_what_was_typed(desks: Desks, kind: str) -> None:
    pool = FakePool()
    with desks(pool=pool) as desk:
        page = desk.open("/account")
        begin(page)
        pool.fails_with = kind
        page.get_by_label("Code", exact=True).fill("123456")
        page.get_by_role("button", name="Switch on").click()
        expect(page.get_by_role("alert").filter(has_text="too often")).to_be_visible()
        expect(page.get_by_label("Code", exact=True)).to_have_value("123456")
        pool.fails_with = "InternalErrorException"
        page.get_by_role("button", name="Switch on").click()
        expect(page.get_by_role("alert").filter(has_text="That did not work")).to_be_visible()
        assert not pool.is_on


@pytest.mark.browser
def test_a_token_that_is_over_is_renewed_and_a_session_that_is_over_says_so(desks: Desks) -> None:
    pool = FakePool(valid=lambda token: token == "access-2")
    with desks(pool=pool) as desk:
        page = desk.open("/account")
        expect(page.get_by_text("Your password alone lets you in.")).to_be_visible()
        assert pool.actions == ["GetUser", "GetUser"]
        pool.valid = lambda _: False
        desk.site.refresh_fails = True
        page.get_by_role("button", name="Set up an app").click()
        expect(page.get_by_role("alert").filter(has_text="Your session has ended").first).to_be_visible()
        expect(page.get_by_role("button", name="Sign in again").first).to_be_visible()


@pytest.mark.browser
def test_without_a_connection_it_says_so_and_goes_on(desks: Desks) -> None:
    with desks(pool=FakePool()) as desk:
        page = desk.open("/account")
        page.route("**/pool/", lambda route: route.abort())
        page.get_by_role("button", name="Set up an app").click()
        expect(page.get_by_role("alert").filter(has_text="The server cannot be reached")).to_be_visible()
        page.unroute("**/pool/")
        begin(page)


@pytest.mark.browser
def test_switching_off_asks_first(desks: Desks) -> None:
    pool = FakePool(is_on=True)
    with desks(pool=pool) as desk:
        page = desk.open("/account")
        page.get_by_role("button", name="Switch off the code").press("Enter")
        expect(page.get_by_role("dialog", name="Switch off the code")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert pool.is_on
        page.get_by_role("button", name="Switch off the code").press("Enter")
        assert findings(page) == []
        page.get_by_role("dialog").get_by_role("button", name="Switch off the code").press("Enter")
        expect(page.get_by_text("Your password alone lets you in.")).to_be_visible()
        expect(page.locator(".account-state")).to_be_focused()
        assert not pool.is_on


@pytest.mark.browser
def test_where_everybody_needs_one_it_can_be_moved_and_not_switched_off(desks: Desks) -> None:
    pool = FakePool(is_on=True)
    with desks(pool=pool, needs_app=True) as desk:
        page = desk.open("/account")
        expect(page.get_by_text("it cannot be switched off")).to_be_visible()
        expect(page.get_by_role("button", name="Switch off")).to_have_count(0)
        begin(page, "Set it up on another phone")
        page.get_by_label("Code", exact=True).fill(code_of(SECRET, time.time()))
        page.get_by_role("button", name="Switch on").click()
        expect(page.get_by_role("status").filter(has_text="The app is set up")).to_be_visible()
        assert pool.is_on


@pytest.mark.browser
def test_the_key_is_copied_without_its_gaps_or_marked_where_that_is_forbidden(desks: Desks) -> None:
    with desks(pool=FakePool()) as desk:
        page = desk.open("/account")
        begin(page)
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')) }")
        page.get_by_role("button", name="Copy the key").click()
        expect(page.get_by_text("Marked, to be copied with the keyboard")).to_be_visible()
        assert "".join(page.evaluate("getSelection().toString()").split()) == SECRET
        page.evaluate("delete navigator.clipboard.writeText")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy the key").press("Enter")
        expect(page.get_by_text("Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == SECRET


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_every_target_is_44_pixels_and_nothing_is_cut_off(desks: Desks, look: Look) -> None:
    with desks(pool=FakePool(), width=look.width, scheme=look.scheme) as desk:
        page = desk.open("/account")
        hold(desk, f"account-off-{look.name}", also="main li a")
        begin(page)
        hold(desk, f"account-set-up-{look.name}", also="main li a")
        expect(page.locator("a[href^='otpauth:']")).to_be_visible(visible=look.width < 700)
        page.get_by_label("Code", exact=True).fill(code_of(SECRET, time.time()))
        page.get_by_role("button", name="Switch on").click()
        expect(page.get_by_text("You are asked for a code whenever you sign in.")).to_be_visible()
        hold(desk, f"account-on-{look.name}", also="main li a")
        page.get_by_role("button", name="Menu" if look.width < 700 else "Mara Vos").click()
        hold(desk, f"account-menu-{look.name}", also="main li a")


# German is the longest; both ways of address are among the longer tests for each language.
WORDS = [
    pytest.param("de", "Anmeldung", False),
    pytest.param("de", "Anmeldung", True, marks=pytest.mark.long),
    pytest.param("nl", "aanmelding", False, marks=pytest.mark.long),
    pytest.param("nl", "aanmelding", True),
]


@pytest.mark.browser
@pytest.mark.parametrize(("language", "title", "informal"), WORDS)
def test_at_400_percent_it_is_whole_in_every_language(desks: Desks, language: str, title: str, informal: bool) -> None:
    with desks(pool=FakePool(), language=language, informal=informal, width=320) as desk:
        page = desk.open("/account")
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        page.locator(".panel .actions button").first.click()
        expect(page.locator(".account-code")).to_be_visible()
        assert is_whole(page)
        assert "account-" not in page.locator("main").inner_text()
        picture(page, f"account-{language}-{'informal' if informal else 'formal'}")


# ------------------------------------------------------------------ with the local stack's


@pytest.mark.stack
@pytest.mark.browser
def test_the_pool_of_the_stack_takes_the_code_of_an_app_under_the_real_policy(company: Company, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if "Content Security Policy" in one.text else None)
    sign_in(page, company, "viewer", "app@polder.example")
    page.evaluate("location.hash = '/account'")
    secret = "".join(begin(page).split())
    field = page.get_by_label("Code", exact=True)
    old = code_of(secret, time.time() - 3600)
    field.fill(old)
    page.get_by_role("button", name="Switch on").click()
    expect(field).to_have_accessible_description(re.compile("does not fit"))
    assert _factors(company) == []
    field.fill(code_of(secret, time.time()))
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_role("status").filter(has_text="The app is set up")).to_be_visible()
    assert _factors(company) == [APP]
    page.get_by_role("button", name="Switch off the code").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch off the code").click()
    expect(page.get_by_text("Your password alone lets you in.")).to_be_visible()
    assert _factors(company) == []
    assert said == []


def _factors(company: Company) -> list[str]:
    outputs = company.stack.outputs
    person = company.wiring.client("cognito-idp").admin_get_user(
        UserPoolId=outputs["UserPoolId"], Username="app@polder.example"
    )
    return list(person.get("UserMFASettingList", []))


@pytest.mark.stack
def test_the_desk_is_told_where_the_pool_is(company: Company) -> None:
    status, settings = call(company.stack, "GET", "/desk/settings.json")
    assert status == 200
    told = settings["sign_in"]
    assert told["pool"] == f"{company.stack.outputs['SignInUrl']}/"
    assert told["needs_app"] is False
