"""The mails that tell people what came of what they said, as files to look at before anybody approves them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.cli.target import Target
from sayso.cli.written_files import said_if_it_cannot_be_written
from sayso.domain.in_edition import as_told
from sayso.domain.mail import Mail
from sayso.domain.programme import Language
from sayso.services.audience import Audience
from sayso.wiring import Wiring

# What stands in the links of a preview instead of a signed token: the pages open, and nobody leaves.
_TOKEN = "example"  # noqa: S105 - and that is the point


def write_mails(audiences: Sequence[Audience], target: Target, wiring: Wiring, folder: Path) -> list[str]:
    """Write the mail of each commitment in each language somebody will get it in, or all; returns the HTML files."""
    with said_if_it_cannot_be_written(folder):
        folder.mkdir(parents=True, exist_ok=True)
    files = []
    for audience in audiences:
        for language in audience.languages or wiring.programme.company.languages:
            mail = _example(audience, language, target, wiring)
            file = folder / f"{audience.commitment.commitment_id}-{language}.html"
            with said_if_it_cannot_be_written(file):
                file.write_text(mail.html, encoding="utf-8")
                file.with_suffix(".txt").write_text(f"{mail.subject}\n\n{mail.text}", encoding="utf-8")
            files.append(str(file))
    return files


def _example(audience: Audience, language: Language, target: Target, wiring: Wiring) -> Mail:
    commitment, site = audience.commitment, target.outputs["SiteUrl"]
    return wiring.mail_writer.news(
        language=language,
        recipient_name=wiring.renderer.text("mail-preview-name", language),
        recipient_email="reader@example.com",
        commitment=as_told(audience.shown),
        page=f"{site}/page/{language}.html#commitment-{commitment.commitment_id}",
        unsubscribe_page=f"{site}/unsubscribe/{language}.html?t={_TOKEN}",
        unsubscribe_one_click=f"{site}/api/unsubscribe/{_TOKEN}",
        tags={},
    )
