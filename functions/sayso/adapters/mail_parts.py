"""What every mail has in common: its sender, its two renderings, and that text from outside stays text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.adapters.rendering import Renderer
from sayso.domain.mail import LONGEST_NAME, Mail, header_line, one_line
from sayso.domain.programme import Language, Programme


class Mails:
    """Writes one programme's mails. All text from outside comes out as text, on the line it was put."""

    def __init__(self, renderer: Renderer, programme: Programme) -> None:
        self._renderer = renderer
        self._programme = programme

    def _mail(
        self,
        template: str,
        language: Language,
        values: dict[str, Any],
        *,
        to: str,
        to_name: str,
        reply_to: str = "",
        headers: Mapping[str, str] | None = None,
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        sender = self._programme.sender
        values = {**values, "subject": header_line(values["subject"])}
        return Mail(
            to=to,
            to_name=header_line(to_name, LONGEST_NAME),
            sender_name=header_line(sender.name, LONGEST_NAME),
            sender_email=sender.email,
            reply_to=reply_to or sender.reply_to,
            subject=values["subject"],
            html=self._renderer.render(f"mail/{template}.html", language, **values),
            text=self._renderer.render(f"mail/{template}.txt", language, **values),
            headers=dict(headers or {}),
            tags=dict(tags or {}),
        )

    def _text(self, key: str, language: Language, **arguments: Any) -> str:
        return self._renderer.text(key, language, **arguments)

    def _name_of(self, email: str) -> str:
        """One of our own people as the programme names them, by their address where it does not."""
        name = self._programme.follow_up.owner(email).name
        return one_line(name or email, LONGEST_NAME)

    def _survey_name(self, survey: str, language: Language) -> str:
        return self._text("mail-survey", language, survey=survey, name=survey.replace("_", " "))
