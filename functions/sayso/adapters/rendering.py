"""Turns templates and the company's words into text: Jinja shapes, Fluent gives sentences, Babel dates."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel import dates, numbers
from fluent.runtime import FluentBundle, FluentResource
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from sayso.adapters.logo import read_logo
from sayso.adapters.programme_file import TEMPLATES
from sayso.domain.colour import palette
from sayso.domain.nps import signed
from sayso.domain.programme import Language, Programme, Scale

FRONTEND = TEMPLATES.parent / "frontend"
# The region decides how dates and numbers are written; English as in Britain, our readers being European.
_LOCALES: dict[Language, str] = {"en": "en_GB", "de": "de_DE", "nl": "nl_NL"}
# The surveys Sayso has words of its own for.
WELL_KNOWN = ("day50", "annual", "ticket", "recheck")


class Renderer:
    """Renders one programme's mails and pages.

    Parameters
    ----------
    programme : Programme
        Gives the company's name, colour, languages and form of address to every template.
    folders : tuple of Path
        Where templates are looked up, first match wins.
    """

    def __init__(self, programme: Programme, folders: tuple[Path, ...] = (TEMPLATES, FRONTEND)) -> None:
        self._programme = programme
        self._folders = folders

    @cached_property
    def logo(self) -> Markup | None:
        """The logo's markup; None without one. It lies beside programme.yaml, which is the first of the folders."""
        company = self._programme.company
        if company.logo is None:
            return None
        return Markup(read_logo(self._folders[0] / company.logo, company.name))  # noqa: S704 - read_logo is the check

    def render(self, template: str, language: Language, /, **values: Any) -> str:
        """Render a template in a language.

        Templates see `values`, and: ``t(key, **arguments)`` for a sentence, ``day(date)``, ``month(date)``,
        ``number(value)``, ``signed(value)``, `lang`, `company`, `logo`, `programme` and `palette`.
        A name that is not there raises `jinja2.UndefinedError`; a sentence that is not there raises `KeyError`.
        """
        locale = _LOCALES[language]

        def t(key: str, /, **arguments: Any) -> str:
            return self.text(key, language, **arguments)

        def day(moment: date | datetime, style: str = "long") -> str:
            return dates.format_date(moment, style, locale=locale)

        def month(moment: date | datetime) -> str:
            return self.month(moment, language)

        def number(value: float) -> str:
            return self.number(value, language)

        return (
            _environment(self._folders)
            .get_template(template)
            .render(
                values,
                t=t,
                day=day,
                month=month,
                number=number,
                signed=signed,
                lang=language,
                company=self._programme.company,
                logo=self.logo,
                programme=self._programme,
                palette=palette(self._programme.company.colour),
            )
        )

    def text(self, key: str, language: Language, /, **arguments: Any) -> str:
        """One sentence in a language, in the company's form of address.

        Every sentence may use ``$company`` and select on ``$address`` (formal or informal).

        Raises
        ------
        KeyError
            When the language has no such sentence, or the sentence needs an argument it was not given.
        """
        bundle = _sentences(language)
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            raise KeyError(f"{language}: no sentence '{key}'")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(f"{language}: the sentence '{key}' is empty")
        given = {
            "company": self._programme.company.name,
            "address": self._programme.form_of_address(language),
            **arguments,
        }
        text, problems = bundle.format_pattern(pattern, given)
        if problems:
            raise KeyError(f"{language}: sentence '{key}': {problems[0]}")
        return str(text)

    def month(self, moment: date | datetime, language: Language) -> str:
        """A month with its year."""
        return dates.format_skeleton("yMMMM", moment, locale=_LOCALES[language])

    def day(self, moment: date | datetime, language: Language) -> str:
        """A day in full."""
        return dates.format_date(moment, "long", locale=_LOCALES[language])

    def number(self, value: float, language: Language) -> str:
        """A number as the language writes it."""
        return numbers.format_decimal(value, locale=_LOCALES[language])

    def question(self, survey: str, language: Language, scale: Scale | None = None) -> str:
        """A survey's first question: in the company's own words if it set any, else in Sayso's for that survey.

        `scale` is the one that is asked on, where it may not be the survey's own any more: words of the company's
        ask for its own.
        """
        rules = self._programme.surveys.get(survey)
        rules = rules.asked_on(scale) if rules and scale else rules
        own: str | None = getattr(rules.question, language) if rules else None
        if own:
            return own
        asked = "recheck" if rules and rules.event == "recheck" else survey  # whatever its name is
        if rules and rules.scale == "satisfaction":
            return self.text(f"question-satisfaction{f'-{asked}' if asked in ('ticket', 'recheck') else ''}", language)
        return self.text(f"question-{asked if asked in WELL_KNOWN else 'other'}", language)


# Both say nothing of a programme, and take longer to make than most pages: all renderers of a process share them.
@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...]) -> Environment:
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=select_autoescape(("html", "xml", "svg")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _sentences(language: Language) -> FluentBundle:
    # Bidi isolation marks would end up in subjects and plain text; our three languages run one way.
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    for path in sorted((TEMPLATES / "locales" / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
