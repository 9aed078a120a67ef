"""What the desk says: the same sentences in every language, all that its views ask for, and nothing nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from sayso.cli.doctor import LOOKS

DESK = Path(__file__).parents[2] / "frontend" / "desk" / "src"
HANDLERS = Path(__file__).parents[2] / "functions" / "sayso" / "handlers"
LANGUAGES = ("en", "de", "nl")
SLICES = sorted({path.stem for path in (DESK / "locales").glob("*/*.ftl")})
# Given with every sentence (words.ts): a language that says it both ways has it, and one that does not needs it not.
ALWAYS_THERE = {"address"}

_SAID = re.compile(r"""\bt\(\s*(["'])(?P<key>[^"'`]+)\1""")
_NAMED = re.compile(r"""(["'`])(?P<key>[a-z]+(?:-[A-Za-z0-9_]+)+)\1""")
_SAID_BEGUN = re.compile(r"""\bt\(\s*`(?P<start>[a-z]+-[A-Za-z0-9_-]*)\$\{[^}`]*\}(?P<end>[A-Za-z0-9_-]*)`""")
_BEGUN = re.compile(
    r"""`(?P<start>[a-z]+-[A-Za-z0-9_-]*)\$\{[^}`]*\}(?P<end>[A-Za-z0-9_-]*)`"""
    r"""|["'](?P<prefix>[a-z]+-(?:[A-Za-z0-9_]+-)*)["']"""
)

_VERB = re.compile(r'"((?:account|answers|case|commitment|contacts?|edition|programme|quote)\.[a-z_]+)"')


class Sentence(NamedTuple):
    """What a message is made of, apart from its words."""

    attributes: frozenset[str]
    variables: frozenset[str]
    others: frozenset[str]  # messages that are part of it


class Used(NamedTuple):
    """What the sources name: sentences, and the beginnings of those chosen at run time."""

    said: frozenset[str]  # as t("…"): must exist
    said_begun: frozenset[tuple[str, str]]  # as t(`…`), how a key begins and ends: one such must exist
    named: frozenset[str]  # anywhere, as a key of the navigation
    begun: frozenset[tuple[str, str]]  # how a key made at run time begins, and how it ends


class References(Visitor):
    """Collects the names of the variables and messages that a node refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)


def sentences_of(text: str) -> Iterator[tuple[str, Sentence]]:
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            raise AssertionError(f"not Fluent: {entry.content!r}")
        if isinstance(entry, ast.Message):
            seen = References()
            seen.visit(entry)
            attributes = frozenset(one.id.name for one in entry.attributes)
            yield (
                entry.id.name,
                Sentence(attributes, frozenset(seen.variables - ALWAYS_THERE), frozenset(seen.messages)),
            )


def keys_of(language: str, part: str) -> dict[str, Sentence]:
    found: dict[str, Sentence] = {}
    for key, sentence in sentences_of((DESK / "locales" / language / f"{part}.ftl").read_text(encoding="utf-8")):
        assert key not in found, f"{key} stands twice in {language}/{part}.ftl"
        found[key] = sentence
    return found


def made_of(found: Mapping[str, Sentence]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Attributes and variables of each sentence, those of the sentences within it included."""

    def variables(key: str) -> frozenset[str]:
        sentence = found[key]
        return sentence.variables.union(*(variables(other) for other in sentence.others))

    return {key: (sentence.attributes, variables(key)) for key, sentence in found.items()}


def used_in(sources: Mapping[str, str]) -> Used:
    texts = [re.sub(r"^\s*(?://|\*).*$", "", text, flags=re.MULTILINE) for text in sources.values()]
    return Used(
        frozenset(match["key"] for text in texts for match in _SAID.finditer(text)),
        frozenset((match["start"], match["end"]) for text in texts for match in _SAID_BEGUN.finditer(text)),
        frozenset(match["key"] for text in texts for match in _NAMED.finditer(text)),
        frozenset(
            (match["start"] or match["prefix"], match["end"] or "") for text in texts for match in _BEGUN.finditer(text)
        ),
    )


def is_made(key: str, begun: Iterable[tuple[str, str]]) -> bool:
    return any(key.startswith(start) and key.endswith(end) and len(key) > len(start + end) for start, end in begun)


@pytest.fixture(scope="module")
def used() -> Used:
    files = [path for path in DESK.rglob("*.ts*") if path.suffix in (".ts", ".tsx") and path.name != "api.gen.ts"]
    return used_in({str(path): path.read_text(encoding="utf-8") for path in files})


@pytest.fixture(scope="module")
def english() -> dict[str, Sentence]:
    return {key: sentence for part in SLICES for key, sentence in keys_of("en", part).items()}


@pytest.mark.parametrize("part", SLICES)
def test_every_language_has_the_same_sentences_with_the_same_variables(part: str) -> None:
    expected = made_of(keys_of("en", part))
    for language in ("de", "nl"):
        found = made_of(keys_of(language, part))
        assert sorted(set(expected) ^ set(found)) == [], f"{language}/{part}.ftl"
        assert {key: found[key] for key in expected if found[key] != expected[key]} == {}, f"{language}/{part}.ftl"


@pytest.mark.parametrize("part", SLICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_named_after_its_part_and_never_shouts(part: str, language: str) -> None:
    text = (DESK / "locales" / language / f"{part}.ftl").read_text(encoding="utf-8")
    assert [key for key in keys_of(language, part) if not key.startswith(f"{part}-")] == []
    assert [line for line in text.splitlines() if "!" in line] == []


def test_every_sentence_a_view_says_exists(used: Used, english: dict[str, Sentence]) -> None:
    assert sorted(used.said - set(english)) == []
    assert sorted(one for one in used.said_begun if not any(is_made(key, {one}) for key in english)) == []


def test_no_sentence_is_left_that_nobody_says(used: Used, english: dict[str, Sentence]) -> None:
    # Of which no more is said than the slice could be any of its sentences.
    begun = {(start, end) for start, end in used.begun if end or start.count("-") > 1}
    within = frozenset(other for sentence in english.values() for other in sentence.others)
    said = used.said | used.named | within
    assert sorted(key for key in english if key not in said and not is_made(key, begun)) == []


def test_every_change_our_people_make_is_told_in_words(english: dict[str, Sentence]) -> None:
    verbs = {
        match[1] for path in HANDLERS.glob("staff_*.py") for match in _VERB.finditer(path.read_text(encoding="utf-8"))
    }
    assert "contact.erase" in verbs
    assert sorted(verb for verb in verbs if f"changes-what-{verb.replace('.', '-')}" not in english) == []


def test_everything_the_doctor_looks_at_has_a_plain_name_and_nothing_else_has(english: dict[str, Sentence]) -> None:
    begins = "programme-check-"
    assert sorted(key for key in english if key.startswith(begins)) == sorted(
        begins + look.name.lower().replace(" ", "_") for look in LOOKS
    )


def test_a_missing_sentence_and_one_too_many_would_be_found() -> None:
    sources = {
        "a.tsx": 't("cases-title"); t(`common-case-${state}`); coded("common-survey-", id); t(`cases-${id}-tab`)',
        "b.tsx": 'nav: "cases-nav"\n// t("cases-gone")',
    }
    assert used_in(sources) == Used(
        frozenset({"cases-title"}),
        frozenset({("common-case-", ""), ("cases-", "-tab")}),
        frozenset({"cases-title", "cases-nav"}),
        frozenset({("common-case-", ""), ("common-survey-", ""), ("cases-", "-tab")}),
    )
    text = "x-y = { $address ->\n  [informal] { $n }\n *[formal] { NUMBER($m) }{ x-z }\n  }\n    .label = L"
    [(key, sentence)] = sentences_of(text)
    assert (key, sentence) == ("x-y", Sentence(frozenset({"label"}), frozenset({"n", "m"}), frozenset({"x-z"})))
    with pytest.raises(AssertionError, match="not Fluent"):
        list(sentences_of("x-y = { $broken"))
