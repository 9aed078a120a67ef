"""Works out what the public page says of an edition, and what the pages of past years may still say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.domain.benchmark import Verdict
from sayso.domain.edition import (
    Edition,
    Headline,
    PublishedCommitment,
    PublishedQuote,
    ThemeFigure,
    Words,
    of_year,
    recent,
)
from sayso.domain.programme import Language, Programme
from sayso.domain.public_text import harmless, words_shown
from sayso.domain.published import (
    VERSION,
    PublicBenchmark,
    PublicCommitment,
    PublicQuote,
    PublicScore,
    Published,
    Since,
    Statement,
    YearStatement,
)


def archives(programme: Programme, edition: Edition, years: Mapping[int, Edition]) -> dict[int, Edition]:
    """Each year's last edition as it may still be shown, newest year first; `edition` is that of its own year.

    What was taken off the page is gone from every year, and so is a quote that no longer stands. What was corrected
    since is corrected there too; what has moved on keeps what was said of it then.
    """
    running = edition.made_at.astimezone(programme.zone).year
    all_years = {**years, running: edition}
    return {year: _still(all_years[year], edition) for year in sorted(all_years, reverse=True)}


def published(programme: Programme, edition: Edition, archive: Mapping[int, Edition]) -> Published:
    """All that the page says; `archive` as `archives` gives it."""
    return Published(
        version=VERSION,
        company=harmless(programme.company.name),
        website=str(programme.company.website),
        languages=programme.company.languages,
        restores=edition.restores,
        now=_statement(programme, edition, recent(edition)),
        years=tuple(
            YearStatement(**dict(_statement(programme, then, of_year(then, year), now=edition)), year=year)
            for year, then in archive.items()
        ),
    )


def _still(then: Edition, now: Edition) -> Edition:
    public = {commitment.id: commitment for commitment in now.commitments}
    standing = {quote.id: quote for quote in now.quotes}
    return then.having(
        commitments=tuple(_as_then(one, public[one.id]) for one in then.commitments if one.id in public),
        quotes=tuple(standing[quote.id] for quote in then.quotes if quote.id in standing),
    )


def _as_then(then: PublishedCommitment, now: PublishedCommitment) -> PublishedCommitment:
    if not _has_moved_on(then, now):
        return now.having(asked_by=then.asked_by)
    return then.having(title=now.title, heard=now.heard)


def _has_moved_on(then: PublishedCommitment, now: PublishedCommitment) -> bool:
    return (then.status, then.moved_on) != (now.status, now.moved_on)


def _statement(
    programme: Programme, edition: Edition, commitments: Iterable[PublishedCommitment], *, now: Edition | None = None
) -> Statement:
    """`now` is the edition of today, where the one at hand is of a year."""
    is_latest = now is None or edition.number == now.number
    figures, labels = edition.figures, theme_labels(programme, edition, of_now=is_latest)
    later = {one.id: one for one in now.commitments} if now else {}
    return Statement(
        edition=edition.number,
        made_at=edition.made_at,
        # A benchmark is today's as the score is: it says nothing about another year.
        score=_score(programme, edition, has_benchmark=now is None) if programme.page.show_score else None,
        praised=named_as(figures.praised, labels),
        criticised=named_as(figures.criticised, labels),
        commitments=tuple(_commitment(programme, edition, one, labels, later.get(one.id, one)) for one in commitments),
        quotes=tuple(_quote(programme, quote) for quote in edition.quotes if not quote.commitment),
    )


def theme_labels(programme: Programme, edition: Edition, *, of_now: bool) -> dict[str, Words]:
    """What the themes are called, harmless: as the programme calls them.

    One that it no longer has keeps the name that an edition of the past has for it, and has none `of_now`.
    """
    shown, figures = _shown(programme), edition.figures
    ours = {
        theme.id: {language: theme.label(language) for language in programme.company.languages}
        for theme in programme.all_themes
    }
    then = {} if of_now else {figure.theme: figure.label for figure in (*figures.praised, *figures.criticised)}
    return {theme: shown(label) for theme, label in {**then, **ours}.items()}


def named_as(figures: Iterable[ThemeFigure], labels: Mapping[str, Words]) -> tuple[ThemeFigure, ...]:
    """The figures of the themes that have a label, with it."""
    return tuple(figure.having(label=labels[figure.theme]) for figure in figures if figure.theme in labels)


def _shown(programme: Programme, default: Language | None = None) -> Callable[[Words], Words]:
    company = programme.company
    return lambda words: words_shown(words, company.languages, default or company.default_language)


def _score(programme: Programme, edition: Edition, *, has_benchmark: bool) -> PublicScore | None:
    figures, headline = edition.figures, edition.figures.headline
    if headline is None:
        return None
    benchmark = programme.benchmark if has_benchmark else None
    return PublicScore(
        **dict(headline),
        few_answers=figures.are_few,
        trend=figures.trend,
        change=figures.trend_change,
        benchmark=PublicBenchmark(
            nps=benchmark.nps, source=harmless(benchmark.source), score_is=_against(headline, benchmark.nps)
        )
        if benchmark
        else None,
    )


def _against(headline: Headline, benchmark: int) -> Verdict:
    """Of the interval as it is shown, so that a reader comes to the same verdict."""
    if headline.low > benchmark:
        return "above"
    return "below" if headline.high < benchmark else "within the noise"


def _commitment(
    programme: Programme,
    edition: Edition,
    one: PublishedCommitment,
    labels: Mapping[str, Words],
    now: PublishedCommitment,
) -> PublicCommitment:
    shown, is_no = _shown(programme), one.status == "declined"
    since = Since(status=now.status, moved_on=now.moved_on) if _has_moved_on(one, now) else None
    return PublicCommitment(
        id=harmless(one.id),
        title=shown(one.title),
        heard=shown(one.heard),
        # An answer to another status than it has by now is kept as a draft is: for nobody to read.
        did={} if is_no else shown(one.did),
        reason=shown(one.reason) if is_no else {},
        status=one.status,
        theme=one.theme if one.theme in labels else None,
        theme_label=labels.get(one.theme, {}),
        asked_by=edition.voices(one),
        planned_for=one.planned_for,
        done_on=one.done_on,
        decided_on=one.decided_on,
        published_on=one.published_on,
        moved_on=one.moved_on,
        changed_at=one.changed_at,
        since=since,
        quotes=tuple(_quote(programme, quote) for quote in edition.quotes if quote.commitment == one.id),
    )


def _quote(programme: Programme, quote: PublishedQuote) -> PublicQuote:
    # Without a translation it is read in its own language.
    text = _shown(programme, quote.original)(quote.text)
    return PublicQuote(id=harmless(quote.id), text=text, original=quote.original)
