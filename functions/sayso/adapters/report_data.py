"""What the report says: every sentence and number of it, ready to be set. Nothing here knows how it will look."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.adapters.page_addresses import Addresses, page_name
from sayso.adapters.page_words import when_asked
from sayso.adapters.report_score import score_data
from sayso.adapters.report_words import Data, Report
from sayso.domain.colour import palette
from sayso.domain.commitment import Status
from sayso.domain.edition import PublishedCommitment, PublishedQuote, ThemeFigure, of_year, recent

# What happened comes before what is to come, and what is not to come is not hidden.
_SECTIONS: dict[str, tuple[Status, ...]] = {
    "done": ("done",),
    "underway": ("in_progress", "planned"),
    "heard": ("heard",),
    "declined": ("declined",),
}
_STATUSES: tuple[Status, ...] = tuple(status for statuses in _SECTIONS.values() for status in statuses)
_MOST_TITLES_IN_FRONT = 8  # in the list of contents, so that the first page stays one page


def report_data(report: Report, site_url: str) -> Data:
    """All of a report, as typst reads it; see templates/report. Texts are as they came: `all_printable` comes after."""
    company, commitments = report.programme.company, _told_of(report)
    made_on, t = report.made_on, report.t
    light = palette(company.colour).light
    period = t("report-year", year=str(report.year)) if report.year else t("report-to-date")
    as_of = t("report-as-of", day=report.renderer.day(made_on, report.language))
    page = Addresses(site_url).absolute(page_name(report.language, report.year))
    return {
        "lang": report.language,
        "title": f"{t('page-title')} · {company.name} · {period}",
        "heading": t("page-title"),
        "period": f"{period} · {as_of}",
        "company": company.name,
        "description": t("page-description"),
        "keywords": [company.name, t("page-score-name"), period],
        "colours": {name: getattr(light, name) for name in ("text", "muted", "line", "accent")},
        "logo": _logo(report),
        "footer": f"{company.name} · {t('page-title')} · {period}",
        "pages": t("report-page", page="{page}", count="{count}"),
        "intro": t("page-year-intro", year=str(report.year)) if report.year else t("page-intro"),
        "empty": t("page-year-empty" if report.year else "page-no-commitments"),
        "numbers": list(_numbers(report, commitments)),
        "themes": list(_themes(report)),
        "contents": t("report-contents"),
        "contents_depth": 2 if len(commitments) <= _MOST_TITLES_IN_FRONT else 1,
        "sections": list(_sections(report, commitments)),
        "quotes": {"title": t("page-quotes"), "entries": [_quote(report, one) for one in _alone(report, commitments)]},
        "score": score_data(report),
        "how": {"title": t("page-how"), "parts": list(_how(report))},
        "edition": " ".join(_edition(report)),
        "missing": t("report-missing"),
        "page": {"label": t("report-online"), "url": page, "text": _without_scheme(page)},
        "imprint": f"{t('page-imprint')}: {company.imprint}",
        "privacy": {"url": str(company.privacy_url), "text": t("page-privacy")},
    }


def _told_of(report: Report) -> tuple[PublishedCommitment, ...]:
    """A year's report tells what moved in it; the one to date what the page tells, and all of the running year."""
    edition = report.edition
    if report.year is not None:
        return of_year(edition, report.year)
    told = {one.id for one in (*recent(edition), *of_year(edition, report.made_on.year))}
    return tuple(one for one in edition.commitments if one.id in told)


def _logo(report: Report) -> Data | None:
    markup = report.renderer.logo
    if markup is None:
        return None
    # As part of a page it needs no name space, and gets its colour from what is around it.
    tag = f'<svg xmlns="http://www.w3.org/2000/svg" color="{palette(report.programme.company.colour).light.text}"'
    return {"svg": str(markup).replace("<svg", tag, 1), "alt": report.programme.company.name}


def _numbers(report: Report, commitments: tuple[PublishedCommitment, ...]) -> Iterator[Data]:
    for status in _STATUSES:
        count = sum(one.status == status for one in commitments)
        if count:
            label = report.t("report-number", status=status, count=count)
            number = report.renderer.number(count, report.language)
            yield {"number": number, "label": label, "is_done": status == "done"}


def _themes(report: Report) -> Iterator[Data]:
    figures = report.edition.figures
    if not (figures.praised or figures.criticised):
        return
    for title, named in (("page-valued", figures.praised), ("page-criticised", figures.criticised)):
        entries = [_theme(report, figure) for figure in named]
        yield {"title": report.t(title), "entries": entries, "empty": report.t("page-no-themes")}


def _theme(report: Report, figure: ThemeFigure) -> Data:
    count = report.t("page-theme-count", count=figure.count) if figure.count else None
    return {"label": report.said(figure.label), "count": count}


def _sections(report: Report, commitments: tuple[PublishedCommitment, ...]) -> Iterator[Data]:
    for name, statuses in _SECTIONS.items():
        theirs = [_commitment(report, one) for one in commitments if one.status in statuses]
        if theirs:
            yield {"title": report.t("page-group", group=name), "commitments": theirs}


def _commitment(report: Report, it: PublishedCommitment) -> Data:
    voices = report.edition.voices(it)
    answer = report.said(it.reason if it.status == "declined" else it.did)
    quotes = [one for one in report.edition.quotes if one.commitment == it.id]
    return {
        "status": _status(report, it),
        "theme": _label_of(report, it.theme),
        "is_done": it.status == "done",
        "title": _one_line(report.said(it.title)),
        "voices": report.t("page-voices-several")
        if voices == "several"
        else report.t("page-voices-count", count=voices)
        if voices
        else report.t("page-voices-unsaid"),
        "heard": report.said(it.heard),
        "answer": {"label": report.t("page-answer", status=it.status), **answer} if answer["text"] else None,
        "quotes": [_quote(report, one) for one in quotes],
    }


def _one_line(said: Data) -> Data:
    return {**said, "text": " ".join(said["text"].split())}


def _label_of(report: Report, theme: str) -> str | None:
    return next((one.label(report.language) for one in report.programme.all_themes if one.id == theme), None)


def _status(report: Report, it: PublishedCommitment) -> str:
    if it.status == "done" and it.done_on:
        return report.t("page-status-done-in", month=report.month(it.done_on))
    if it.status == "declined" and it.decided_on:
        return report.t("page-status-decided-in", month=report.month(it.decided_on))
    if it.status in ("planned", "in_progress") and it.planned_for:
        # A report that promises a month which is over would not be believed.
        is_late = (it.planned_for.year, it.planned_for.month) < (report.made_on.year, report.made_on.month)
        key = "page-status-was-for" if is_late else "page-status-for"
        return report.t(key, status=it.status, month=report.month(it.planned_for))
    return report.t("page-since", status=report.t("page-status", status=it.status), month=report.month(it.published_on))


def _alone(report: Report, commitments: tuple[PublishedCommitment, ...]) -> list[PublishedQuote]:
    """Quotes of no commitment. In the report of a year, too: they are what its last edition quoted."""
    known = {one.id for one in report.edition.commitments}
    return [one for one in report.edition.quotes if one.commitment not in known]


def _quote(report: Report, it: PublishedQuote) -> Data:
    said = report.said(it.text, default=it.original)
    by = report.t("page-quote-by")
    is_translated = said.get("lang", report.language) != it.original
    return {**said, "note": f"{by}, {report.t('page-quote-translated', original=it.original)}" if is_translated else by}


def _how(report: Report) -> Iterator[Data]:
    programme, t = report.programme, report.t

    def part(title: str, *sentences: str, link: Data | None = None) -> Data:
        return {"title": t(title), "sentences": sentences, "link": link}

    yield part("page-how-when", *when_asked(report.renderer, programme, report.language))
    yield part("page-how-reader", f"{t('page-reader')} {t('page-reader-words', months=programme.privacy.keep_words)}")
    yield part("page-how-low", t("page-low", days=programme.follow_up.first_contact_within))
    shown = [t("page-shown", count=programme.page.new_answers_per_edition)]
    shown += [t("page-shown-quotes")] if report.edition.quotes else []
    yield part("page-how-privacy", " ".join(shown))
    if programme.review_link:
        url = str(programme.review_link)
        yield part("page-how-review", t("page-review"), link={"url": url, "text": _without_scheme(url)})


def _edition(report: Report) -> Iterator[str]:
    edition, number = report.edition, report.renderer.number
    day = report.renderer.day(report.made_on, report.language)
    yield report.t("page-edition", number=number(edition.number, report.language), day=day)
    if edition.restores:
        yield report.t("page-restores", number=number(edition.restores, report.language))


def _without_scheme(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")
