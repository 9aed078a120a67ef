"""`sayso mail preview`: a survey's mails as their readers will see them, before anybody gets one."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sayso.adapters.programme_file import load_programme
from sayso.cli.show import AsJson, StackName, as_json, say, table
from sayso.cli.target import find, state_dir
from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.invitation import MAIL_KINDS, MailKind
from sayso.domain.mail import Mail, header_line
from sayso.domain.programme import Form, Language, Programme
from sayso.ports import Mailer, MailRefusedError, MailUnknownError

app = typer.Typer(help="Look at mails before anybody gets one.", no_args_is_help=True)

# Where links lead while no stack is asked: a name that is reserved for examples and leads nowhere.
NO_SITE = "https://site.example"
# What stands in the links instead of a signed token: the pages open, and the API refuses whatever they send.
TOKEN = "example"  # noqa: S105 - and that is the point
# An account in the SES sandbox may send one mail a second.
_PATIENCE = (1.5, 3.0, 6.0)


class Preview(NamedTuple):
    """One mail and what tells it apart from the others."""

    step: MailKind
    language: Language
    form: Form
    mail: Mail

    @property
    def voice(self) -> str:
        """The language, and the form of address where the language has a choice."""
        return self.language if self.language == "en" else f"{self.language}-{self.form}"

    @property
    def sizes(self) -> tuple[int, int]:
        """Bytes of the HTML and of the plain text."""
        return len(self.mail.html.encode()), len(self.mail.text.encode())


@app.command()
def preview(
    survey: Annotated[str, typer.Argument(help="A survey of the programme, such as day50.")],
    step: Annotated[
        str | None, typer.Option(help=f"Only this mail: {', '.join(MAIL_KINDS)}. Default: all the survey sends.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Only this language, such as de. Default: all of the programme.")
    ] = None,
    to: Annotated[str | None, typer.Option(help="Send them through the stack's SES to this one address.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Write them into this folder. Default: .sayso/mail-preview/SURVEY.", file_okay=False),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open them in the browser.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Look at a survey's mails: every language and wording, the reminders too, with an example name.

    They are written as HTML and plain text; `--to` sends them instead, marked as previews. Their links carry no
    real token, so no click answers, leaves or counts anything. The table is neither read nor written.
    """
    target = find(stack) if stack or to else None
    wiring = target.wiring() if target else None
    programme = wiring.programme if wiring else load_programme()
    languages = _languages(programme, language)
    steps = _steps(programme, survey, step)
    site = target.outputs["SiteUrl"] if target else NO_SITE
    previews = list(_previews(programme, survey, steps, languages, to or "reader@example.com", site))
    files = _write(previews, survey, out or state_dir() / "mail-preview" / survey) if out or show or not to else []
    if wiring and to:
        _send(wiring.mailer, [marked(programme, one) for one in previews])
    if json:
        as_json(_rows(previews, files, to))
    else:
        _tell(previews, survey, files, to)
    if show:
        for file in files:
            webbrowser.open(file.resolve().as_uri())


def marked(programme: Programme, one: Preview) -> Mail:
    """A preview fit to be sent: nobody can take it for a question, and no machine for an invitation.

    Its tags and the headers of the thread and of RFC 8058 are left out: they belong to real people's mails.
    """
    from sayso.adapters.rendering import Renderer

    subject = Renderer(programme).text("mail-preview-subject", one.language, step=one.step, subject=one.mail.subject)
    changes = {"subject": header_line(subject), "headers": {"Auto-Submitted": "auto-generated"}, "tags": {}}
    return Mail.model_validate({**one.mail.model_dump(), **changes})


def _languages(programme: Programme, wanted: str | None) -> Sequence[Language]:
    known = programme.company.languages
    if wanted is not None and wanted not in known:
        raise InvalidInputError(
            f"'{wanted}' is not a language of the programme; it has: {', '.join(known)}", field="language"
        )
    return [code for code in known if wanted in (None, code)]


def _steps(programme: Programme, survey: str, wanted: str | None) -> Sequence[tuple[MailKind, bool]]:
    """The mails to show, each with whether another reminder follows it."""
    programme.check_survey(survey)
    rules = programme.survey(survey)
    sent = MAIL_KINDS[: 1 + rules.reminders] if rules.reminder_after else MAIL_KINDS[:1]
    if wanted is not None and wanted not in sent:
        raise InvalidInputError(f"'{wanted}' is not a mail of {survey}; it sends: {', '.join(sent)}", field="step")
    return [(kind, kind != sent[-1]) for kind in sent if wanted in (None, kind)]


def _previews(
    programme: Programme,
    survey: str,
    steps: Sequence[tuple[MailKind, bool]],
    languages: Sequence[Language],
    to: str,
    site: str,
) -> Iterator[Preview]:
    from sayso.adapters.links import survey_page
    from sayso.adapters.mails import MailWriter  # brings Jinja, Fluent and Babel: only where mails are written
    from sayso.adapters.rendering import Renderer

    renderer = Renderer(programme)
    writer = MailWriter(renderer, programme)
    for language in languages:
        for step, more_follow in steps:
            page = f"{site}/{survey_page(survey, programme.survey(survey).scale, language)}?t={TOKEN}"
            mail = writer.invitation(
                survey=survey,
                step=step,
                language=language,
                recipient_name=renderer.text("mail-preview-name", language),
                recipient_email=to,
                score_links=[f"{page}&s={score}" for score in programme.survey(survey).scores],
                plain_page=f"{site}/api/plain/{TOKEN}",
                unsubscribe_page=f"{site}/unsubscribe/{language}.html?t={TOKEN}",
                unsubscribe_one_click=f"{site}/api/unsubscribe/{TOKEN}",
                ticket="4711" if programme.surveys[survey].event == "ticket" else None,
                # Reminders join the first mail, under its subject.
                thread=() if step == "first" else ("<first@example.com>",),
                more_follow=more_follow,
            )
            yield Preview(step, language, programme.form_of_address(language), mail)


def _write(previews: Sequence[Preview], survey: str, folder: Path) -> list[Path]:
    """Writes each mail as HTML and as plain text; returns the HTML files, in the same order."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for one in previews:
        file = folder / f"{survey}-{one.step}-{one.voice}.html"
        file.write_text(one.mail.html, encoding="utf-8")
        file.with_suffix(".txt").write_text(one.mail.text, encoding="utf-8")
        files.append(file)
    return files


def _send(mailer: Mailer, mails: Sequence[Mail]) -> None:
    for number, mail in enumerate(mails):
        try:
            _patiently(mailer, mail)
        except (MailRefusedError, MailUnknownError) as error:
            sent = f"{number} of {len(mails)} previews were sent before"
            raise SaysoError(f"SES did not take the preview: {error} ({sent})") from None


def _patiently(mailer: Mailer, mail: Mail) -> None:
    """Send, a little later where SES says "too fast", which it says of mails it certainly did not take."""
    for wait in _PATIENCE:
        try:
            mailer.send(mail)
        except MailRefusedError as refused:
            if not refused.throttled:
                raise
            time.sleep(wait)
        else:
            return
    mailer.send(mail)


def _rows(previews: Sequence[Preview], files: Sequence[Path], to: str | None) -> list[dict[str, object]]:
    return [
        {
            "step": one.step,
            "language": one.language,
            "address": one.form,
            "subject": one.mail.subject,
            "html_bytes": one.sizes[0],
            "text_bytes": one.sizes[1],
            "file": str(files[number]) if files else None,
            "sent_to": to,
        }
        for number, one in enumerate(previews)
    ]


def _tell(previews: Sequence[Preview], survey: str, files: Sequence[Path], to: str | None) -> None:
    rows = [
        (one.step, one.voice, one.mail.subject, *(f"{size / 1000:.1f} KB" for size in one.sizes)) for one in previews
    ]
    table(f"The mails of {survey}", ("mail", "language", "subject", "HTML", "text"), rows, empty="")
    if files:
        say(f"Written to {files[0].parent}, each as HTML and as plain text.")
    if to:
        say(f"{len(previews)} sent to {to}, marked as previews.")
