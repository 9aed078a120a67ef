"""What a person asks `sayso stats`: its options together, and which of them do not go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.cli.show import WrongUseError
from sayso.domain.periods import PeriodKind
from sayso.services.stats_lines import Dimension

By = Literal["survey", "account", "segment", "language", "driver", "theme", "owner"]
_ONE_DIMENSION = "the counters know one dimension at a time"


@dataclass(frozen=True)
class Question:
    """The options as they were typed; see `sayso stats --help`.

    Raises
    ------
    WrongUseError
        When they do not go together, saying what to do instead.
    """

    surveys: tuple[str, ...] = ()
    account: str | None = None
    segment: str | None = None
    language: str | None = None
    driver: str | None = None
    theme: str | None = None
    owner: str | None = None
    by: By | None = None
    period: PeriodKind | None = None
    compare: bool = False
    public: bool = False

    def __post_init__(self) -> None:
        if len(self.filters) > 1:
            first, second = self.filters[:2]
            raise WrongUseError(f"{_ONE_DIMENSION}: choose one of --{first} and --{second}")
        if self.by not in (None, "survey") and self.filters:
            raise WrongUseError(
                f"{_ONE_DIMENSION}: --by {self.by} does not go with --{self.filters[0]}; leave one of them out"
                + (", or narrow it to surveys with --survey" if not self.surveys else "")
            )
        if self.period and self.by:
            only = "a survey" if self.by == "survey" else f"one {self.by}"
            name = f"--{self.by} {'NAME=VALUE' if self.by == 'segment' else 'NAME'}"
            raise WrongUseError(f"--period is a trend of one line: name {only} with {name} instead of --by {self.by}")
        if self.period and self.compare:
            raise WrongUseError("--period compares each period with the one before it already; leave out --compare")
        if self.public:
            self._check_public()

    @property
    def filters(self) -> list[Dimension]:
        """The dimensions it is narrowed by; a segment's name without a value only says which segment --by means."""
        named: dict[Dimension, str | None] = {
            "account": self.account,
            "segment": None if self.by == "segment" and "=" not in (self.segment or "=") else self.segment,
            "language": self.language,
            "driver": self.driver,
            "theme": self.theme,
            "owner": self.owner,
        }
        return [name for name, value in named.items() if value is not None]

    @property
    def is_narrowed(self) -> bool:
        """Whether it is about less than everything."""
        return bool(self.filters or self.surveys)

    def _check_public(self) -> None:
        for name in ("account", "owner"):
            if self.by == name or name in self.filters:
                raise WrongUseError(f"no {name} is ever shown outside; leave out --public, or --{name} and --by {name}")
        if self.period and self.theme:
            raise WrongUseError(
                "how a theme moved, beside how its drivers did, gives away who was filed by hand; leave out --public "
                "or --period"
            )
        if self.period == "rolling":
            raise WrongUseError(
                "twelve months that overlap give away the month between them; outside show --period quarter or year"
            )
