"""A picture as a file of its own: with its colours, a heading and notes; no script, nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from sayso.adapters.charts.drawing import SIZE, Picture, plain, wrapped, write
from sayso.domain.colour import Scheme, palette

MARK = 'data-made-by="sayso"'  # tells a file of ours, which may be written over, from any other
_MARGIN, _HEADING, _HEADING_LINE, _NOTE_LINE = 14, 16, 22, 18
_MOST_LINES = 5  # of a note
_BAND = {"light": 0.16, "dark": 0.3}
# Literal colours, not custom properties: what turns SVG into PDF knows no var(). See look.md for the fonts.
_RULES = """
.ground {{ fill: {it.background}; }}
text {{ font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; \
font-size: 12px; font-variant-numeric: tabular-nums; fill: {it.muted}; }}
.heading {{ fill: {it.text}; font-size: 16px; font-weight: 600; }}
.name {{ fill: {it.text}; }}
.grid {{ stroke: {it.line}; stroke-width: 1; }}
.zero, .tick {{ stroke: {it.muted}; stroke-width: 1; }}
.band {{ fill: {it.accent}; fill-opacity: {band}; stroke: {it.accent}; stroke-width: 0.75; }}
.band.low {{ fill: {it.muted}; stroke: {it.muted}; }}
.mark {{ stroke: {it.text}; stroke-width: 1; }}
.line {{ fill: none; stroke: {it.accent}; stroke-width: 1.5; stroke-linejoin: round; }}
.line.part {{ stroke-dasharray: 3 4; }}
.stem {{ stroke: {it.accent}; stroke-width: 1.5; }}
.stem.low {{ stroke: {it.muted}; }}
.dot, .bar {{ fill: {it.accent}; }}
.dot.low, .bar.low {{ fill: {it.muted}; }}
.dot.part {{ fill: {it.background}; stroke: {it.accent}; stroke-width: 1.5; }}
.bar.middle {{ fill: {it.background}; stroke: {it.muted}; stroke-width: 1; }}
.value {{ fill: {it.text}; paint-order: stroke; stroke: {it.background}; stroke-width: 4px; stroke-linejoin: round; }}
.value.last {{ font-size: 14px; font-weight: 600; stroke-width: 5px; }}
"""


def standalone(
    picture: Picture, accent: str, *, heading: str = "", notes: Sequence[str] = (), language: str = "en"
) -> str:
    """A complete SVG file that shows the picture in light and dark, on a ground of its own.

    Parameters
    ----------
    picture : Picture
        What to show.
    accent : str
        The company's colour as ``#rrggbb``; the tones that can be read are derived from it.
    heading : str
        Stands above the picture, in at most three lines.
    notes : sequence of str
        Stand below it: the source, the period, the n, that the interval is one of 95 %. At most five lines each.
    language : str
        Of all that is written in it.
    """
    above = wrapped(heading, picture.width, 3, _HEADING + 1) if heading else []
    below = [text for note in notes for text in wrapped(note, picture.width, _MOST_LINES, SIZE)]
    top = _MARGIN + len(above) * _HEADING_LINE + (8 if above else 0)
    foot = top + picture.height + 8
    width, height = picture.width + 2 * _MARGIN, foot + len(below) * _NOTE_LINE + _MARGIN
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" {mark} lang="{language}" width="{width}" height="{height}" '
        'viewBox="0 0 {width} {height}"><title>{title}</title><style>{style}</style>'
        '<rect class="ground" width="{width}" height="{height}"/>{above}\n'
        '<svg x="{margin}" y="{top}" width="{inner}" height="{tall}"{rest}\n{below}</svg>\n'
    ).format(
        mark=Markup(MARK),  # noqa: S704 - ours
        language=language,
        width=width,
        height=height,
        title=plain(heading or picture.title),
        style=Markup(_style(accent)),  # noqa: S704 - colours that `palette` derived
        above=_lines(above, _MARGIN + _HEADING, _HEADING_LINE, "heading"),
        margin=_MARGIN,
        top=top,
        inner=picture.width,
        tall=picture.height,
        rest=Markup(str(picture).removeprefix("<svg")),  # noqa: S704 - it escaped its words itself
        below=_lines(below, foot + SIZE, _NOTE_LINE, "note"),
    )


def _lines(lines: Sequence[str], first: int, step: int, kind: str) -> Markup:
    return Markup("").join(write(_MARGIN, first + number * step, text, kind) for number, text in enumerate(lines))


def _style(accent: str) -> str:
    tones = palette(accent)
    return (
        "\nsvg { color-scheme: light dark; max-width: 100%; }"
        + _rules(tones.light, _BAND["light"])
        + "@media screen and (prefers-color-scheme: dark) {"
        + _rules(tones.dark, _BAND["dark"])
        + "}\n"
    )


def _rules(scheme: Scheme, band: float) -> str:
    return _RULES.format(it=scheme, band=band)
