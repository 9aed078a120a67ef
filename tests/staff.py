"""The doors of our own people: a case, a list of reviews and an account of Otto's, and the edition that waits for the
manager, each with a link that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.domain.programme import LANGUAGES
from tests.builders import MONDAY, contact, sent_invitation
from tests.doors import Answered, Doors
from tests.meetings import QUARTER, Meetings

OWNER, WORDS = "otto@polder.example", "Nobody called back."
# What each address takes, beside GET; `staff.takes` knows the ids in it.
ROUTES = (
    ("GET", "/api/case"),
    ("POST", "/api/case"),
    ("GET", "/api/review"),
    ("POST", "/api/review"),
    ("GET", "/api/hold"),
    ("POST", "/api/hold"),
    ("GET", "/api/edition"),
    ("POST", "/api/edition"),
)
POSTS = tuple(path for method, path in ROUTES if method == "POST")


class Staff(Doors):
    """Otto looks after Kaasboer, where Anna gave a low score, and whose review of the quarter is to be recorded."""

    def __init__(self) -> None:
        world = Meetings()
        owner_id = world.owners.remember(OWNER)
        world.contacts.save(contact(name="Anna Jansen", owner_email=OWNER, owner_id=owner_id), None)
        asked = world.invitations.save(sent_invitation())
        super().__init__(world)
        world.answer(asked, 2, why=WORDS)
        opened = world.open_follow_up.open(asked.reference)
        assert opened
        world.prepare_reviews.run(MONDAY)
        texts = dict.fromkeys(LANGUAGES, "Faster replies")
        world.keep_commitments.add("a", {"title": texts, "heard": texts})
        world.keep_commitments.publish("a")
        world.publish_page.refresh()
        draft = world.editions.draft()
        assert draft
        self.draft_id, self.manager_id = draft.draft_id, world.owners.remember(world.programme.follow_up.manager)
        self.case_id, self.owner_id, self.account_id = opened.follow_up_id, owner_id, contact().account_id

    @property
    def tokens(self) -> Mapping[str, str]:
        """A good token for every purpose there is."""
        return {
            "survey": self.token,
            "unsubscribe": self.leaving().rpartition("/")[2],
            "case": self.case(self.case_id, self.owner_id),
            "review": self.review(self.owner_id, QUARTER),
            "pack": self.pack(self.account_id, self.owner_id),
            "hold": self.hold(self.account_id, self.owner_id),
            "edition": self.edition(self.manager_id),
        }

    def token_for(self, path: str) -> str:
        """The token that opens an address."""
        parts = path.removeprefix("/api/").split("/")
        return self.tokens[{"answer": "survey"}.get(parts[0], "pack" if "pack" in parts else parts[0])]

    def takes(self, path: str) -> dict[str, Any]:
        """A body that an address takes."""
        bodies: dict[str, dict[str, Any]] = {
            "/api/case": {"do": "note", "note": "Tried twice.", "action_id": "0123456789abcdef"},
            "/api/review": {"account_id": self.account_id, "contact_id": "c1", "score": 8, "why": "Fine."},
            "/api/hold": {"weeks": 4, "reason": "contract talks"},
            "/api/edition": {"approve": self.draft_id},
        }
        return bodies[path]

    def at(self, method: str, path: str, body: Any = None, *, token: str | None = None, **changes: Any) -> Answered:
        """A request with the link that opens the address."""
        return self.owner(method, path, body, token=self.token_for(path) if token is None else token, **changes)
