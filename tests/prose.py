"""Commitments as long as they may be, in words that compress as what people write does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from sayso.domain.commitment_rules import TEXT_LIMIT
from sayso.domain.edition import PublishedCommitment, Words
from sayso.domain.programme import LANGUAGES

_DOCUMENTS = Path(__file__).parents[1] / "docs"
_TITLE = 60


def at_the_limit(
    commitments: Iterable[PublishedCommitment], length: int = TEXT_LIMIT
) -> tuple[PublishedCommitment, ...]:
    """The same commitments with texts of `length` characters, of which no two are alike: our own documents."""
    prose = re.sub(
        r"[\s`|#*_<>\[\](){}-]+", " ", "".join(one.read_text("utf-8") for one in sorted(_DOCUMENTS.glob("*.md")))
    )
    parts = count()

    def text(size: int) -> Words:
        begin = next(parts) * length % (len(prose) - length)
        return dict.fromkeys(LANGUAGES, prose[begin : begin + size].strip())

    return tuple(
        one.having(title=text(_TITLE), heard=text(length), did=text(length), reason=text(length)) for one in commitments
    )
