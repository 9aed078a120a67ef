"""Where the files of the public page lie, as seen from one another and from everywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sayso.domain.programme import Language

# Absolute: the site shows the page at its root as well, where a name alone would be looked for in the wrong place.
BASE = "/page/"
# What the feed is, and what it is sent as: CloudFront compresses the second and not the first, and whoever reads feeds
# takes both.
FEED_TYPE, FEED_SENT_AS = "application/atom+xml", "application/xml"
DATA, SCHEMA = "data.json", "data.schema.json"


@dataclass(frozen=True)
class Addresses:
    """Addresses of the page's files on a site.

    Attributes
    ----------
    site_url : str
        Without a path, such as ``https://feedback.example``.
    base : str
        What links between the files begin with, a path with a slash at both ends; empty for files that are looked at
        in a folder, without a site.
    depth : int
        How many folders below `base` the file lies that the links are in.
    """

    site_url: str
    base: str = BASE
    depth: int = 0

    def to(self, path: str) -> str:
        """The link to a file of the page."""
        return (self.base or "../" * self.depth) + path

    def absolute(self, path: str) -> str:
        """The address of a file of the page for readers elsewhere."""
        return self.site_url.rstrip("/") + (self.base or BASE) + path

    def tag(self, since: str, *names: str) -> str:
        """A name that stays whatever becomes of the address (RFC 4151); `since` is a year or a day it was ours on."""
        host = urlsplit(self.site_url).hostname or "localhost"
        return f"tag:{host},{since}:" + "/".join(quote(name, safe="") for name in names)


def page_name(language: Language, year: int | None = None) -> str:
    """The page in a language, or its archive of a year."""
    return f"{language}.html" if year is None else f"{year}/{language}.html"


def feed_name(language: Language) -> str:
    """The feed in a language."""
    return f"feed.{language}.xml"
