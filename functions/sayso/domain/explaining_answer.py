"""Explains an answer in sentences to be read aloud: that it is not confirmed and why, and who decided about it."""

from __future__ import annotations

from sayso.domain.circumstances import when
from sayso.domain.evidence import REASONS
from sayso.domain.explaining import Fact
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.unconfirmed import answer_id, waits_to_be_settled


def in_words(reasons: tuple[str, ...]) -> str:
    """The codes of why an answer counts, or does not, in words."""
    return "; ".join(REASONS.get(reason, reason) for reason in reasons)


def not_confirmed(response: Response | None, programme: Programme) -> list[Fact]:
    """What there is to say of the answer to an invitation; nothing of one that is confirmed by itself."""
    if response is None or response.erased:
        return []
    facts = []
    name, zone = answer_id(response.reference), programme.zone
    if response.state != "confirmed":
        at, why = response.given_at, in_words(response.reasons)
        what = "Waits to be settled" if waits_to_be_settled(response) else "Not confirmed, so it does not count"
        text = f"It was opened on {when(at, zone)}. {what}: {why}. See: sayso answers show {name}."
        code = "answer_waits" if waits_to_be_settled(response) else "answer_not_confirmed"
        first = response.reasons[0] if response.reasons else ""
        said = {"reasons": ",".join(response.reasons)}
        facts.append(Fact(f"answer_{response.state}", text, first, at, code=code, values=said))
    for ruling in response.rulings:
        because = f": {ruling.reason.rstrip('.')}" if ruling.reason else ""
        text = f"{ruling.by} {ruling.what} the answer on {when(ruling.at, zone)}{because}."
        by = {"by": ruling.by.rsplit("/", 1)[-1], "why": ruling.reason}
        code = f"answer_{ruling.what}"
        facts.append(Fact(code, text, ruling.what, ruling.at, code=code, values=by))
    return facts
