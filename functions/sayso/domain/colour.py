"""Derives tones from the company's colour so that every pair we use passes WCAG 2.2 AA, in light and dark."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum)
BORDER_CONTRAST = 3.0  # WCAG 2.2, 1.4.11 Non-text Contrast
_STEP = 0.01


@dataclass(frozen=True)
class Scheme:
    """The colours of one scheme as ``#rrggbb``.

    `accent` may be text or a link on `background` and `surface`, and a fill under `on_accent`; `border` marks the
    edge of a control; `muted` is for small print.
    """

    background: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    border: str


@dataclass(frozen=True)
class Palette:
    """A light and a dark scheme that belong together."""

    light: Scheme
    dark: Scheme


def palette(colour: str) -> Palette:
    """The schemes for a company colour given as ``#rrggbb``."""
    return Palette(
        light=_scheme(colour, "#ffffff", "#f5f6f4", "#1b1e1c", "#565c58", "#d9dcd8", lighter=False),
        dark=_scheme(colour, "#15181a", "#1f2326", "#eceeec", "#a9b0ac", "#3a4044", lighter=True),
    )


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _scheme(colour: str, background: str, surface: str, text: str, muted: str, line: str, *, lighter: bool) -> Scheme:
    accent = _until(colour, TEXT_CONTRAST, (background, surface), lighter=lighter)
    return Scheme(
        background=background,
        surface=surface,
        text=text,
        muted=muted,
        line=line,
        accent=accent,
        on_accent=max(("#ffffff", "#15181a"), key=lambda ink: contrast(ink, accent)),
        border=_until(colour, BORDER_CONTRAST, (background, surface), lighter=lighter),
    )


def _until(colour: str, wanted: float, grounds: tuple[str, ...], *, lighter: bool) -> str:
    """The nearest tone of the same hue that stands out enough from every ground."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while min(contrast(colour, ground) for ground in grounds) < wanted:
        lightness = min(1.0, lightness + _STEP) if lighter else max(0.0, lightness - _STEP)
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def _channels(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))  # type: ignore[return-value]


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    # https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
