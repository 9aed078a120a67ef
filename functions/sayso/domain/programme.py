"""What a company sets in programme.yaml: who asks, in which words, when, and what happens after a low score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    field_validator,
    model_validator,
)

from sayso.domain.address import Email
from sayso.domain.errors import InvalidInputError
from sayso.domain.follow_up_rules import OWNER_DRIVER, Digests, FollowUpRules
from sayso.domain.hooks import Hook, SourceName, surveys_started
from sayso.domain.labels import LANGUAGES as LANGUAGES
from sayso.domain.labels import Driver, Rating, Theme
from sayso.domain.labels import Language as Language
from sayso.domain.section import ALWAYS, Identifier, Section, SendWindow, Text, TimeZone
from sayso.domain.time import Months, Span, WorkingDays

Form = Literal["formal", "informal"]
Schedule = Literal["day50", "annual", "ticket"]
Kind = Literal["relationship", "event"]
Scale = Literal["nps", "satisfaction"]
# YAML reads an unquoted off as false.
Evidence = Annotated[
    Literal["strict", "balanced", "off"], BeforeValidator(lambda value: "off" if value is False else value)
]
# The surveys behind the headline score (rule 8).
HEADLINE = ("day50", "annual")
# What is recorded in a meeting is counted under this name (rule 4).
REVIEW = "review"
# What asks again after a follow-up.
RECHECK = "recheck"
# The ratings Sayso has words of its own for.
KNOWN_RATINGS = ("contact_person", "quality", "support", "communication", "price")
_SCORES: dict[Scale, range] = {"nps": range(11), "satisfaction": range(1, 6)}


def scores_of(scale: Scale) -> range:
    """The scores there are to choose from."""
    return _SCORES[scale]


class Company(Section):
    """The company as its customers know it."""

    name: Text
    imprint: Text
    website: HttpUrl
    privacy_url: HttpUrl
    logo: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.svg$")] | None = None
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1f5f8b"
    timezone: TimeZone
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    address: dict[Literal["de", "nl"], Form] = {}

    @property
    def default_language(self) -> Language:
        """The language of a contact whose locale is unknown: the first one listed."""
        return self.languages[0]


class Sender(Section):
    """Who the mails come from and who reads the replies."""

    name: Text
    email: Email
    reply_to: Email


class Question(Section):
    """The first question in a survey's own words, by language; a language left out uses Sayso's wording."""

    en: Text | None = None
    de: Text | None = None
    nl: Text | None = None


class Survey(Section):
    """A touch point we ask at.

    Exactly one of `after`, `every`, `rotating` and `event` says when: so long after somebody became a contact,
    again and again, a quarter of the contacts each quarter, or upon an event: on the bus, or (`recheck`) the end of a
    follow-up.

    `scale` says what is asked: how likely somebody is to recommend the company (0–10, an NPS), or how satisfied
    they are (1–5). `ratings` are up to five more questions, each of 1–5, that nobody has to answer.
    """

    after: Span | None = None
    every: Months | None = None
    rotating: Literal["quarters"] | None = None
    event: Literal["ticket", "touchpoint", "recheck"] | None = None
    quiet_time: Span = timedelta(hours=4)
    within: Span = timedelta(days=30)
    once_in: Span = timedelta(days=30)
    answer_within: Annotated[Span, Field(le=timedelta(days=366))] = timedelta(days=30)
    reminder_after: WorkingDays | None = None
    reminders: Annotated[int, Field(ge=1, le=3)] = 1
    scale: Scale = "nps"
    ratings: Annotated[tuple[Identifier, ...], Field(max_length=5)] = ()
    question: Question = Question()

    @model_validator(mode="before")
    @classmethod
    def _events_are_asked_about_soon(cls, given: object) -> object:
        # Rule 3: nobody remembers a ticket for long, so the usual time is shorter for it.
        usual = {
            "ticket": {"within": "3 days"},
            "touchpoint": {"within": "14 days"},
            "recheck": {"quiet_time": "30 days", "within": "60 days"},
        }
        return {**usual.get(given.get("event", ""), {}), **given} if isinstance(given, dict) else given

    @model_validator(mode="after")
    def _one_occasion(self) -> Survey:
        if sum(value is not None for value in (self.after, self.every, self.rotating, self.event)) != 1:
            raise ValueError("needs exactly one of after, every, rotating and event")
        if self.reminders > 1 and self.reminder_after is None:
            raise ValueError("reminders needs reminder_after, such as '5 working days'")
        if len(set(self.ratings)) != len(self.ratings):
            raise ValueError("ratings: names one of them twice")
        return self

    @property
    def scores(self) -> range:
        """The scores there are to choose from."""
        return scores_of(self.scale)

    def asked_on(self, scale: Scale) -> Survey:
        """The survey on the scale somebody was asked on, which the programme may have changed since."""
        return self if scale == self.scale else self.model_copy(update={"scale": scale, "question": Question()})

    @property
    def kind(self) -> Kind:
        """What the survey asks about: the relationship, or something that happened, such as a ticket."""
        return "event" if self.event else "relationship"

    @property
    def schedule(self) -> Schedule:
        """The schedule that dispatches this survey."""
        if self.event:
            return "ticket"
        return "day50" if self.after else "annual"


class Distances(Section):
    """How far mails to one person keep apart (rule 7)."""

    relationship_apart: Span = timedelta(days=60)
    ticket_after_any: Span = timedelta(days=14)
    ticket_before_relationship: Span = timedelta(days=7)
    relationship_waits_at_most: Span = timedelta(days=3)


class Tickets(Section):
    """Whom events are never asked about, and what to do with somebody who is not a contact yet."""

    unknown_requesters: Literal["add", "refuse"] = "add"
    never_ask_domains: tuple[Annotated[str, AfterValidator(str.lower)], ...] = ()
    skip_tags: tuple[Annotated[str, AfterValidator(str.lower)], ...] = ()


class Sending(Section):
    """Limits of sending, beside those SES sets.

    `resend_unknown_after` is the time after which a mail is sent again of which nobody knows whether it went out;
    left out, it never is.
    """

    daily_limit: Annotated[int, Field(ge=1)] | None = None
    resend_unknown_after: Annotated[Span, Field(ge=timedelta(hours=1))] | None = None
    transient_bounces: Annotated[int, Field(ge=1, le=20)] = 3


def _a_day_or_more(span: timedelta) -> timedelta:
    if span < timedelta(days=1):
        raise ValueError("must be 1 day or more")
    return span


class Page(Section):
    """What the public page shows, when it may change, and who is told of a change they asked for.

    `editions` says whether an edition appears by rule, once a person approved the first, or each by approval. Mails
    about what was done keep `told_apart` from one another. `mention_changes` lets the next invitation say so, too.
    """

    show_score: bool = True
    new_answers_per_edition: Annotated[int, Field(ge=5)] = 5
    editions: Literal["by_rule", "by_approval"] = "by_rule"
    mention_changes: bool = True
    told_apart: Annotated[Span, AfterValidator(_a_day_or_more)] = timedelta(days=30)


class Privacy(Section):
    """How long words and identities are kept. Scores are kept for good; they name nobody once a contact is erased.

    `keep_identities` counts from the last thing that happened between the company and a person; left out, only
    `sayso contact erase` erases.
    """

    keep_words: Months = 24
    keep_identities: Annotated[Months, Field(ge=18)] | None = None


class Benchmark(Section):
    """What others reach, an NPS of −100 to 100, and who says so. It stands beside the relationship score alone."""

    nps: Annotated[int, Field(ge=-100, le=100)]
    source: Annotated[str, Field(min_length=1, max_length=200)]


class Programme(Section):
    """All surveys and rules of a company: the content of programme.yaml."""

    company: Company
    sender: Sender
    send_window: SendWindow = SendWindow(days=("mon", "tue", "wed", "thu", "fri"), opens=time(9), closes=time(17))
    surveys: dict[Identifier, Survey]
    distances: Distances = Distances()
    drivers: Annotated[tuple[Driver, ...], Field(max_length=12)] = ()
    themes: Annotated[tuple[Theme, ...], Field(max_length=40)] = ()
    ratings: tuple[Rating, ...] = ()
    evidence: Evidence = "balanced"
    review_link: HttpUrl | None = None
    follow_up: FollowUpRules
    digests: Digests = Digests()
    reviews: Literal["quarterly"] | None = None
    tickets: Tickets = Tickets()
    hooks: dict[SourceName, Hook] = {}
    sending: Sending = Sending()
    page: Page = Page()
    privacy: Privacy = Privacy()
    scores_per_owner: bool = False
    benchmark: Benchmark | None = None

    @field_validator("surveys")
    @classmethod
    def _known_surveys_keep_their_meaning(cls, surveys: dict[str, Survey]) -> dict[str, Survey]:
        expected = {"day50": ("after",), "annual": ("every", "rotating"), "ticket": ("event",)}
        for name, fields in expected.items():
            if name in surveys and all(getattr(surveys[name], field) is None for field in fields):
                wanted = ": or ".join(fields)
                raise ValueError(f"{name} must say '{wanted}:'")
        for name in HEADLINE:
            if name in surveys and surveys[name].scale != "nps":
                raise ValueError(f"{name} is part of the headline score, so its scale must be nps")
        if REVIEW in surveys:
            raise ValueError(
                f"{REVIEW} is recorded in meetings and mailed to nobody; write 'reviews: quarterly' instead"
            )
        for name, survey in surveys.items():
            if (name == RECHECK) != (survey.event == "recheck"):
                raise ValueError(f"{name}: 'event: recheck' and the name {RECHECK} belong together")
        return surveys

    @model_validator(mode="after")
    def _hooks_start_surveys_for_touch_points(self) -> Programme:
        for source, name in surveys_started(self.hooks).items():
            if name not in self.surveys or self.surveys[name].event != "touchpoint":
                raise ValueError(f"hooks: '{source}' starts '{name}', which is no survey with 'event: touchpoint'")
        return self

    @model_validator(mode="after")
    def _the_driver_about_the_owner_is_one(self) -> Programme:
        named = self.follow_up.owner_driver
        # A company without the usual one gets no complaint about an owner, and has said nothing wrong.
        if named != OWNER_DRIVER and named not in {driver.id for driver in self.drivers}:
            raise ValueError(f"follow_up.owner_driver: '{named}' is not one of the drivers")
        return self

    @model_validator(mode="after")
    def _every_label_is_there(self) -> Programme:
        for field, labelled in (("drivers", self.drivers), ("themes", self.themes), ("ratings", self.ratings)):
            identifiers = [one.id for one in labelled]
            if len(set(identifiers)) != len(identifiers):
                raise ValueError(f"{field}: two {field} have the same id")
            for one in labelled:
                missing = [code for code in self.company.languages if getattr(one, code) is None]
                if missing:
                    raise ValueError(f"{field}: '{one.id}' has no label in {', '.join(missing)}")
        known = {*KNOWN_RATINGS, *(rating.id for rating in self.ratings)}
        for name, survey in self.surveys.items():
            unknown = [rating for rating in survey.ratings if rating not in known]
            if unknown:
                ours = ", ".join(KNOWN_RATINGS)
                raise ValueError(
                    f"surveys.{name}.ratings: '{unknown[0]}' is none of {ours}, and has no labels under ratings:"
                )
        return self

    @model_validator(mode="after")
    def _themes_know_their_drivers(self) -> Programme:
        drivers = {driver.id for driver in self.drivers}
        taken = {name for theme in self.themes for name in theme.drivers}
        for theme in self.themes:
            unknown = [name for name in theme.drivers if name not in drivers]
            if unknown:
                raise ValueError(f"themes: '{theme.id}' names '{unknown[0]}', which is not one of the drivers")
            if theme.id in drivers - taken:
                raise ValueError(f"themes: '{theme.id}' is also a driver, so it must name it under drivers")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The company's own time zone."""
        return ZoneInfo(self.company.timezone)

    @property
    def all_themes(self) -> tuple[Theme, ...]:
        """The themes, and one for each driver that none of them names: what was chosen is always filed."""
        named = {name for theme in self.themes for name in theme.drivers}
        rest = [driver for driver in self.drivers if driver.id not in named]
        return (*self.themes, *(Theme(**driver.model_dump(), drivers=(driver.id,)) for driver in rest))

    @property
    def relationship_surveys(self) -> tuple[str, ...]:
        """The surveys behind the headline score (rule 8): day50 and annual, as far as the company runs them."""
        return tuple(name for name in HEADLINE if name in self.surveys)

    @property
    def recheck(self) -> str | None:
        """The survey that asks again after a follow-up, if there is one."""
        return RECHECK if RECHECK in self.surveys else None

    @property
    def longest_distance(self) -> timedelta:
        """The longest time for which one mail can keep another waiting (rule 7)."""
        apart = self.distances
        return max(
            apart.relationship_apart,
            apart.ticket_after_any,
            apart.relationship_waits_at_most,
            *(survey.once_in for survey in self.surveys.values()),
        )

    def hints(self) -> Iterator[str]:
        """What is no mistake but hardly meant, in sentences."""
        for name, survey in self.surveys.items():
            lacking = [code for code in self.company.languages if getattr(survey.question, code) is None]
            if survey.event == "touchpoint" and lacking:
                yield (
                    f"surveys.{name}.question: has no text in {', '.join(lacking)}, and 'How likely are you to "
                    "recommend us' does not say what it is about"
                )
        yield from self.follow_up.hints()

    def check_survey(self, name: str) -> None:
        """Raise InvalidInputError, naming what there is, when the programme has no survey of that name."""
        if name not in self.surveys:
            known = ", ".join(self.surveys)
            raise InvalidInputError(f"'{name}' is not a survey of the programme; it has: {known}", field="survey")

    def survey(self, name: str) -> Survey:
        """The rules of survey `name`; raises KeyError when the programme has none of that name."""
        return self.surveys[name]

    def rating_label(self, rating: str, language: Language) -> str | None:
        """The company's own label of a rating; None for one that Sayso has words for."""
        return next((one.label(language) for one in self.ratings if one.id == rating), None)

    def language_for(self, locale: str | None) -> Language:
        """The language to write to somebody with this locale ("de-AT" → de), the company's first otherwise."""
        wanted = (locale or "").replace("_", "-").split("-")[0].lower()
        for language in self.company.languages:
            if language == wanted:
                return language
        return self.company.default_language

    def form_of_address(self, language: Language) -> Form:
        """Formal or informal; English knows only one and is called formal."""
        return "formal" if language == "en" else self.company.address.get(language, "formal")

    def always_open(self) -> Programme:
        """The same programme with its send window open at all times, for a pilot or the local stack.

        Our own people are told at all times, too.
        """
        rules = self.follow_up
        channels = {name: one.model_copy(update={"at_any_time": True}) for name, one in rules.channels.items()}
        follow_up = rules.model_copy(update={"at_any_time": True, "channels": channels})
        return self.model_copy(update={"send_window": ALWAYS, "follow_up": follow_up})
