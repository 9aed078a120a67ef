"""The company's logo: an SVG that becomes part of the page, so nothing gets in that could do or fetch anything.

Inline it takes no request, is there with the first paint, and may use the page's colour (``fill="currentColor"``).
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from sayso.domain.errors import InvalidInputError

LARGEST = 4096  # bytes
_FIELD = "company.logo"
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
# Shapes, groups, gradients and what cuts them out. Whatever else SVG has is script, a link, a file from elsewhere, a
# style that would leak into the page, or a moving picture.
_ELEMENTS = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan "  # noqa: SIM905 - to be read
    "linearGradient radialGradient stop clipPath mask".split()
)
# What a drawing programme adds for people and machines; the page says the company's name instead.
_LEFT_OUT = frozenset(("title", "desc"))
_ATTRIBUTES = frozenset(
    "id viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points "  # noqa: SIM905
    "transform gradientTransform gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits offset "
    "fill fill-opacity fill-rule clip-path clip-rule mask opacity color stop-color stop-opacity "
    "stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset "
    "stroke-opacity font-family font-size font-weight font-style letter-spacing text-anchor href".split()
)
_OWN_PART = re.compile(r"#([A-Za-z_][\w.-]*)")
_REFERENCE = re.compile(r"url\(\s*([\"']?)#([A-Za-z_][\w.-]*)\1\s*\)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")


def read_logo(path: Path, name: str) -> str:
    """The markup to put into a page: an image called `name`, as large as the style sheet says.

    Raises
    ------
    InvalidInputError
        When the file is not there, too large, not SVG, or holds anything but plain drawing; names the element.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise _refused(f"{path.name} cannot be read; it must lie beside programme.yaml") from None
    if len(content) > LARGEST:
        raise _refused(f"{path.name} has {len(content)} bytes; at most {LARGEST} are possible")
    root = _drawing(content)
    for element in root.iter():
        _check(element)
    _frame(root)
    # Its own class: a dark logo on a dark sheet would be gone. One in the page's colour goes with the sheet by itself.
    root.set("class", "logo" if b"currentColor" in content else "logo plate")
    root.set("role", "img")
    root.set("aria-label", name)
    return ElementTree.tostring(root, encoding="unicode")


def _drawing(content: bytes) -> ElementTree.Element:
    try:
        text = content.decode("utf-8")
        if "\0" in text:  # UTF-16, as the parser would find out
            raise UnicodeError
    except UnicodeError:
        raise _refused("must be saved as UTF-8") from None
    # Before anything is parsed: no entities that grow, no files of this computer, no style sheets. As text, because
    # what is read here must be what is parsed, whatever encoding the file says it has.
    for forbidden in ("<!DOCTYPE", "<!ENTITY", "<?xml-stylesheet", "<![CDATA["):
        if forbidden.lower() in text.lower():
            raise _refused(f"<{forbidden[1:]}> is not allowed in it")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - at most 4 KB of our own operator's, without entities
    except (ElementTree.ParseError, ValueError) as error:
        raise _refused(f"is not SVG: {error}") from None
    if root.tag != f"{_SVG}svg":
        raise _refused(f'begins with <{_plain(root.tag)}>, not with <svg xmlns="http://www.w3.org/2000/svg">')
    return root


def _check(element: ElementTree.Element) -> None:
    for child in list(element):
        if _plain(child.tag) in _LEFT_OUT:
            element.remove(child)
    tag = _plain(element.tag)
    if element.tag != _SVG + tag or tag not in _ELEMENTS:
        raise _refused(f"<{tag}> is not allowed in it")
    element.tag = tag
    for key, value in list(element.attrib.items()):
        del element.attrib[key]
        attribute = "href" if key == f"{_XLINK}href" else key
        if attribute not in _ATTRIBUTES:
            raise _refused(f"'{_plain(key)}' of <{tag}> is not allowed in it")
        element.set(attribute, _value(tag, attribute, value))
    if tag not in ("text", "tspan"):
        element.text = None
    for child in element:
        if tag not in ("text", "tspan"):
            child.tail = None


def _value(tag: str, attribute: str, value: str) -> str:
    """The value as it may stand; names are made the logo's own, so that they are none of the page's."""
    if attribute == "id":
        return f"logo-{value}"
    if attribute == "href":
        part = _OWN_PART.fullmatch(value)
        if not part:
            raise _refused(f"'href' of <{tag}> may only name a part of the logo, like #mark")
        return f"#logo-{part[1]}"
    rest = _REFERENCE.sub("", value)
    if "\\" in rest or re.search(r"url|:|/\*|@|&", rest, re.IGNORECASE):
        raise _refused(f"'{attribute}' of <{tag}> is not allowed to refer to anything outside")
    return _REFERENCE.sub(r"url(#logo-\2)", value)


def _frame(root: ElementTree.Element) -> None:
    sizes = [_LENGTH.fullmatch(root.attrib.pop(side, "").strip()) for side in ("width", "height")]
    if "viewBox" in root.attrib:
        return
    if not all(sizes):
        raise _refused("<svg> needs a viewBox, or a width and a height in pixels")
    root.set("viewBox", "0 0 " + " ".join(size[1] for size in sizes if size))


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _refused(reason: str) -> InvalidInputError:
    return InvalidInputError(reason, field=_FIELD)
