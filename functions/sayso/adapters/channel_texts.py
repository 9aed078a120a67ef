"""Says in a line or two what there is about a follow-up, for a channel that a whole room may read."""

from __future__ import annotations

from datetime import datetime

from sayso.adapters.mail_parts import Mails
from sayso.adapters.staff_mails import MOST
from sayso.domain.mail import LONGEST_NAME, AlertKind, Person, calling_name, quoted_request
from sayso.domain.programme import Language, Scale

_LONGEST_WORDS = 300


class ChannelTexts(Mails):
    """See the module."""

    def channel_message(
        self,
        *,
        language: Language,
        kind: AlertKind,
        person: Person,
        account: str,
        survey: str,
        score: int,
        scale: Scale = "nps",
        owner_email: str,
        due_at: datetime,
        why: str = "",
        words: bool = False,
    ) -> tuple[str, str]:
        """A title and a body, both plain text: no link, no address of a customer.

        Nothing from outside can bring an address to follow either. `words` says whether what the person wrote (`why`)
        may be shown. `due_at` is aware, and shown in the company's time zone.
        """
        customer = quoted_request(account, LONGEST_NAME)
        # Whoever has no name has an address only, which is not for a room to read.
        name = calling_name(person.name)
        who = f"{name}, {customer}" if name else self._text("alert-channel-somebody", language, account=customer)
        title = self._text("alert-channel-title", language, kind=kind, who=f"{name}, {customer}" if name else customer)
        given = {"score": score, "most": MOST[scale], "survey": self._survey_name(survey, language)}
        due = due_at.astimezone(self._programme.zone)
        lines = [
            self._text("alert-channel-answer", language, who=who, **given)
            + " "
            + self._text("alert-channel-due", language, kind=kind, owner=self._name_of(owner_email), due=due)
        ]
        if said := quoted_request(why, _LONGEST_WORDS) if words else "":
            lines.append(self._text("alert-channel-words", language, words=said))
        return title, "\n".join(lines)
