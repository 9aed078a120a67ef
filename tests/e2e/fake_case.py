"""A follow-up as the API shows it, and an API that takes what is done about it: for tests of the case page alone."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

NOW = "2026-03-05T10:30:00Z"
KIM, LEE = "kim@polder.example", "lee@polder.example"
FOLLOW_UP: dict[str, Any] = {
    "follow_up_id": "4f1c0ffee000",
    "name": "Jo <b>Bakker</b>",
    "email": "jo@dune.example",
    "phone": "+31 30 123 45 67",
    "account": "Dune Logistics",
    "survey": "ticket",
    "ticket": "4711",
    "score": 3,
    "scale": "nps",
    "why": "Nobody told us why.\nTwice.",
    "better": "",
    "drivers": ["communication"],
    "contact": "phone",
    "quote": False,
    "answered_at": "2026-03-02T09:00:00Z",
    "due_at": "2026-03-04T09:00:00Z",
    "state": "open",
    "late": True,
    "contacted_at": None,
    "closed_at": None,
    "outcome": None,
    "cause": "",
    "erased": False,
    "owner_email": KIM,
    "is_owner": True,
    "people": [{"email": LEE, "name": "Lee Visser"}, {"email": "support@polder.example", "name": ""}],
    "recheck_days": 30,
    "recheck_at": None,
    "asked_again": None,
    "joined": [],
    "unconfirmed": [
        {
            "survey": "annual",
            "score": 2,
            "scale": "nps",
            "answered_at": "2026-02-27T09:00:00Z",
            "ticket": None,
            "reasons": ["too_soon", "too_short"],
        },
        {
            "survey": "project",
            "score": 1,
            "scale": "satisfaction",
            "answered_at": "2026-02-20T09:00:00Z",
            "ticket": None,
            "reasons": ["several_scores"],
        },
    ],
    "history": [
        {"survey": "annual", "score": 9, "scale": "nps", "answered_at": "2025-03-01T09:00:00Z", "ticket": None}
    ],
    "promised": [
        {
            "closed_at": "2025-09-18T09:00:00Z",
            "cause": "response_time",
            "note": "We call before we restart anything. Promised <in writing>.",
            "outcome": "not_solved",
        }
    ],
    "changes": [
        {
            "at": "2026-03-02T09:00:00Z",
            "by": "sayso",
            "what": "opened",
            "note": "",
            "to": "",
            "cause": "",
            "outcome": None,
        }
    ],
}
JOINED = {
    "survey": "annual",
    "score": 2,
    "scale": "satisfaction",
    "answered_at": "2026-03-03T09:00:00Z",
    "ticket": None,
    "why": "And now the invoice is wrong as well.",
    "better": "One person who knows us.",
    "drivers": ["price", "contact_person"],
    "quote": True,
    "contact": None,
}
_DONE = {"contacted": "contacted", "note": "noted", "close": "closed", "reopen": "reopened", "hand_over": "handed_over"}


@dataclass
class FakeCase:
    """One follow-up, and whoever works on it with the link ``good``; ``old`` and ``handed`` are links of no use."""

    shown: dict[str, Any] = field(default_factory=lambda: deepcopy(FOLLOW_UP))
    done: list[dict[str, Any]] = field(default_factory=list)  # what was taken, without what came twice
    lose_next: bool = False  # take the next change, and let nobody know

    def respond(self, method: str, token: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if token == "old":
            return 410, _problem("token", "This link is too old.")
        if token == "handed" or (self.shown["owner_email"] != KIM and self.shown["is_owner"]):
            return 410, _problem("owner", "This follow-up is with somebody else now.")
        if method == "GET":
            return 200, {"follow_up": self.shown}
        if body["action_id"] not in [one["action_id"] for one in self.done]:
            refusal = self._take(body)
            if refusal:
                return refusal
        if self.lose_next:
            self.lose_next = False
            return 503, {}
        gone = self.shown["owner_email"] != KIM and self.shown["is_owner"]
        return 200, {"follow_up": None if gone else self.shown}

    def _take(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]] | None:
        what, case = body["do"], self.shown
        if (what == "reopen") == (case["state"] in ("open", "contacted")) and what != "note":
            return 409, _problem("follow_up", "this follow-up is closed")
        if what == "hand_over" and not body["to"].endswith("@polder.example"):
            return 400, _problem("to", "This is nobody of the company's own people.")
        self.done.append(body)
        change = {"at": NOW, "by": KIM, "what": _DONE[what], "note": body["note"], "to": body.get("to", "")}
        ended = {"cause": body.get("cause", ""), "outcome": body.get("outcome")}
        case["changes"] = [*case["changes"], {**change, **ended}]
        if what == "contacted":
            case.update(state="contacted", contacted_at=NOW, late=False)
        elif what == "close":
            again = "2026-04-04T10:30:00Z" if body["recheck"] else None
            case.update(state=body["outcome"], closed_at=NOW, late=False, recheck_at=again, **ended)
        elif what == "reopen":
            case.update(state="open", closed_at=None, contacted_at=None, recheck_at=None, outcome=None, cause="")
            case["due_at"] = "2026-03-09T10:30:00Z"
        elif what == "hand_over":
            case["owner_email"] = body["to"]
        return None


def _problem(about: str, reason: str) -> dict[str, Any]:
    return {"error": {"field": about, "reason": reason}}
