"""What the report says: every sentence and number of it, ready to be set. Nothing here knows how it will look."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.adapters.page_addresses import Addresses, page_name
from sayso.adapters.page_layout import groups_of
from sayso.adapters.page_words import when_asked
from sayso.adapters.report_score import score_data
from sayso.adapters.report_words import Data, Report
from sayso.domain.colour import palette
from sayso.domain.commitment import Status
from sayso.domain.edition import ThemeFigure
from sayso.domain.published import PublicCommitment, PublicQuote

# What happened comes before what is to come, and what is not to come is not hidden.
_STATUSES: tuple[Status, ...] = ("done", "in_progress", "planned", "heard", "declined")
_MOST_TITLES_IN_FRONT = 8  # in the list of contents, so that the first page stays one page


def report_data(report: Report, site_url: str) -> Data:
    """All of a report, as typst reads it; see templates/report. Texts are as they came: `all_printable` comes after."""
    company, commitments = report.programme.company, report.statement.commitments
    made_on, t, has_score = report.made_on, report.t, report.programme.page.show_score
    light = palette(company.colour).light
    period = t("report-year", year=str(report.year)) if report.year else t("report-to-date")
    as_of = t("report-as-of", day=report.renderer.day(made_on, report.language))
    mark = () if report.public else (t("report-not-public"),)
    page = Addresses(site_url).absolute(page_name(report.language, report.year))
    return {
        "lang": report.language,
        "title": f"{t('page-title')} · {company.name} · {period}",
        "heading": t("page-title"),
        "period": f"{period} · {as_of}",
        "company": company.name,
        "description": t("page-description" if has_score else "page-description-without"),
        "keywords": [company.name, *([t("page-score-name")] if has_score else ()), period],
        "colours": {name: getattr(light, name) for name in ("text", "muted", "line", "accent")},
        "logo": _logo(report),
        "footer": " · ".join((*mark, company.name, t("page-title"), period)),
        "mark": t("report-not-public") if mark else None,
        "pages": t("report-page", page="{page}", count="{count}"),
        "intro": t("page-year-intro", year=str(report.year)) if report.year else t("page-intro"),
        "empty": t("page-year-empty" if report.year else "page-no-commitments"),
        "numbers": list(_numbers(report, commitments)),
        "themes": list(_themes(report)),
        "contents": t("report-contents"),
        "contents_depth": 2 if len(commitments) <= _MOST_TITLES_IN_FRONT else 1,
        "sections": list(_sections(report)),
        "quotes": {"title": t("page-quotes"), "entries": [_quote(report, one) for one in report.statement.quotes]},
        "score": score_data(report),
        "how": {"title": t("page-how"), "parts": list(_how(report))},
        "edition": " ".join(_edition(report)),
        "missing": t("report-missing"),
        "page": {"label": t("report-online"), "url": page, "text": _without_scheme(page)},
        "imprint": f"{t('page-imprint')}: {company.imprint}",
        "privacy": {"url": str(company.privacy_url), "text": t("page-privacy")},
    }


def _logo(report: Report) -> Data | None:
    markup = report.renderer.logo
    if markup is None:
        return None
    # As part of a page it needs no name space, and gets its colour from what is around it.
    tag = f'<svg xmlns="http://www.w3.org/2000/svg" color="{palette(report.programme.company.colour).light.text}"'
    return {"svg": str(markup).replace("<svg", tag, 1), "alt": report.programme.company.name}


def _numbers(report: Report, commitments: tuple[PublicCommitment, ...]) -> Iterator[Data]:
    for status in _STATUSES:
        count = sum(one.status == status for one in commitments)
        if count:
            label = report.t("report-number", status=status, count=count)
            number = report.renderer.number(count, report.language)
            yield {"number": number, "label": label, "is_done": status == "done"}


def _themes(report: Report) -> Iterator[Data]:
    figures = report.statement
    if not (figures.praised or figures.criticised):
        return
    told = (("page-valued", figures.praised, "promoters"), ("page-criticised", figures.criticised, "detractors"))
    for title, named, who in told:
        entries = [_theme(report, figure) for figure in named]
        yield {"title": report.t(title), "entries": entries, "empty": report.t("page-no-themes", who=who)}


def _theme(report: Report, figure: ThemeFigure) -> Data:
    count = report.t("page-theme-count", count=figure.count) if figure.count else None
    return {"label": report.said(figure.label), "count": count}


def _sections(report: Report) -> Iterator[Data]:
    for group in groups_of(report.statement):
        theirs = [_commitment(report, one) for one in group.commitments]
        yield {"title": report.t("page-group", group=group.name), "commitments": theirs}


def _commitment(report: Report, it: PublicCommitment) -> Data:
    voices, answer = it.asked_by, report.said(it.answer)
    return {
        "status": _status(report, it),
        "theme": _one_line(report.said(it.theme_label)) if it.theme_label else None,
        "is_done": it.status == "done",
        "title": _one_line(report.said(it.title)),
        "voices": report.t("page-voices-several")
        if voices == "several"
        else report.t("page-voices-count", count=voices)
        if voices
        else report.t("page-voices-unsaid"),
        "heard": report.said(it.heard),
        "answer": {"label": report.t("page-answer", status=it.status), **answer} if answer["text"] else None,
        "quotes": [_quote(report, one) for one in it.quotes],
        "since": _since(report, it),
    }


def _one_line(said: Data) -> Data:
    return {**said, "text": " ".join(said["text"].split())}


def _since(report: Report, it: PublicCommitment) -> Data | None:
    if it.since is None:
        return None
    status, month = report.t("page-status", status=it.since.status), report.month(it.since.moved_on)
    return {"label": report.t("page-later"), "text": report.t("page-since", status=status, month=month)}


def _status(report: Report, it: PublicCommitment) -> str:
    if it.status == "done" and it.done_on:
        return report.t("page-status-done-in", month=report.month(it.done_on))
    if it.status == "declined" and it.decided_on:
        return report.t("page-status-decided-in", month=report.month(it.decided_on))
    if it.status in ("planned", "in_progress") and it.planned_for:
        # A report that promises a month which is over would not be believed; what came of it since stands beside it.
        seen_on = report.made_on if it.since else report.today
        is_late = (it.planned_for.year, it.planned_for.month) < (seen_on.year, seen_on.month)
        key = "page-status-was-for" if is_late else "page-status-for"
        return report.t(key, status=it.status, month=report.month(it.planned_for))
    return report.t("page-since", status=report.t("page-status", status=it.status), month=report.month(it.published_on))


def _quote(report: Report, it: PublicQuote) -> Data:
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
    has_quotes = report.statement.quotes or any(one.quotes for one in report.statement.commitments)
    shown += [t("page-shown-quotes")] if has_quotes else []
    yield part("page-how-privacy", " ".join(shown))
    if programme.review_link:
        url = str(programme.review_link)
        yield part("page-how-review", t("page-review"), link={"url": url, "text": _without_scheme(url)})


def _edition(report: Report) -> Iterator[str]:
    restores, number = None if report.year else report.published.restores, report.renderer.number
    day = report.renderer.day(report.made_on, report.language)
    yield report.t("page-edition", number=number(report.statement.edition, report.language), day=day)
    if restores:
        yield report.t("page-restores", number=number(restores, report.language))


def _without_scheme(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")
