"""The log of changes has words, in every language, for what the desk's doors record: each verb and each field."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from sayso.domain.case_action import CaseAction
from sayso.domain.commitment import Commitment, PublicTexts
from sayso.handlers.staff_accounts_shapes import LinkAsked
from sayso.handlers.staff_answers_shapes import FilingAsked, FiltersAsked
from sayso.services.import_contacts import RowResult
from tests.unit.test_desk_words import LANGUAGES, keys_of

SAYSO = Path(__file__).parents[2] / "functions" / "sayso"


def _choices(shape: Any, name: str) -> set[str]:
    found = set(get_args(shape.model_fields[name].annotation))
    assert found, f"{shape.__name__}.{name} is no choice any more"
    return found


# What is only known at run time, as it is written in the source.
CHOSEN = {
    "f'case.{given.do}'": {f"case.{do}" for do in _choices(CaseAction, "do")},
    "f'account.open_{given.what}'": {f"account.open_{what}" for what in _choices(LinkAsked, "what")},
    "f'answers.{given.step}_theme'": {f"answers.{step}_theme" for step in _choices(FilingAsked, "step")},
}
OUTCOMES = {"added", "changed", "unchanged", "rejected"}
MADE = {
    "texts_of": set(Commitment.model_fields) - {"voices", "revision", "created_at", "updated_at"},
    "filters.model_dump(mode='json', exclude_defaults=True)": set(FiltersAsked.model_fields),
    "dict(Counter((result.outcome for result in results)))": OUTCOMES,
}
# Never different before and after, so that the log shows none of it
SAME = {"commitment_id"}


class Recorded(NamedTuple):
    """One `recorded(staff, verb, on, before)` of the sources, with what stands around it."""

    where: str
    call: ast.Call
    function: ast.FunctionDef
    module: ast.Module


def records() -> Iterator[Recorded]:
    for path in sorted(SAYSO.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "recorded(" not in source:
            continue
        module = ast.parse(source)
        functions = [one for one in ast.walk(module) if isinstance(one, ast.FunctionDef)]
        for function in functions:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "recorded":
                    yield Recorded(f"{path.name}:{node.lineno}", node, function, module)


RECORDS = list(records())


def _assigned(name: str, function: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id == name:
                yield node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts, strict=True):
                    if isinstance(one, ast.Name) and one.id == name:
                        yield value


def verbs(value: ast.expr, function: ast.FunctionDef) -> set[str]:
    """Every verb an expression may be. Raises AssertionError where that cannot be read."""
    if isinstance(value, ast.Constant):
        return {str(value.value)}
    if isinstance(value, ast.IfExp):
        return verbs(value.body, function) | verbs(value.orelse, function)
    if isinstance(value, ast.Name):
        found = [verbs(one, function) for one in _assigned(value.id, function)]
        assert found, value.id
        return set().union(*found)
    assert ast.unparse(value) in CHOSEN, f"say in CHOSEN what {ast.unparse(value)} may be"
    return CHOSEN[ast.unparse(value)]


def fields(value: ast.expr, function: ast.AST, module: ast.Module) -> set[str]:
    """Every name at the top of a dict that an expression may give. Raises AssertionError where that cannot be read."""
    if (text := ast.unparse(value)) in MADE:
        return MADE[text]
    if isinstance(value, ast.Dict):
        named = {str(key.value) for key in value.keys if isinstance(key, ast.Constant)}
        pairs = zip(value.keys, value.values, strict=True)
        return named.union(*(fields(one, function, module) for key, one in pairs if key is None))
    if isinstance(value, ast.BinOp | ast.IfExp):
        sides = (value.left, value.right) if isinstance(value, ast.BinOp) else (value.body, value.orelse)
        return set().union(*(fields(side, function, module) for side in sides))
    if isinstance(value, ast.DictComp):
        iterated = value.generators[0].iter
        assert isinstance(iterated, ast.Call), text
        assert isinstance(iterated.func, ast.Attribute), text
        return fields(iterated.func.value, function, module)
    if isinstance(value, ast.Name):
        return set().union(*(fields(one, function, module) for one in _assigned(value.id, function)))
    assert isinstance(value, ast.Call), text
    name = ast.unparse(value.func)
    if name in MADE:
        return MADE[name]
    made = [one for one in ast.walk(module) if isinstance(one, ast.FunctionDef) and one.name == name]
    assert made, f"say in MADE which fields {text} has"
    returned = [node.value for node in ast.walk(made[0]) if isinstance(node, ast.Return) and node.value]
    return set().union(*(fields(one, made[0], module) for one in returned))


def shown_by(record: Recorded) -> set[str]:
    before = [*record.call.args[3:4], *(one.value for one in record.call.keywords if one.arg == "before")]
    after = [
        node.value
        for node in ast.walk(record.function)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "note.after"
    ]
    return set().union(*(fields(one, record.function, record.module) for one in [*before, *after]))


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> set[str]:
    return set(keys_of(request.param, "changes"))


def test_what_is_recorded_is_found_by_its_call() -> None:
    found = {verb for one in RECORDS for verb in verbs(one.call.args[1], one.function)}
    assert {"case.hand_over", "account.release", "answers.file_theme", "contacts.import", "edition.rollback"} <= found
    shown = {field for one in RECORDS for field in shown_by(one)}
    assert {"state", "until", "suppressed", "rows", "unchanged", "voices", "removed", "heard", "format"} <= shown
    assert set(get_args(get_type_hints(RowResult)["outcome"])) == OUTCOMES


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.where)
def test_every_verb_and_every_field_has_words(record: Recorded, words: set[str]) -> None:
    said = {f"changes-what-{verb.replace('.', '-')}" for verb in verbs(record.call.args[1], record.function)}
    assert sorted(said - words) == []
    shown = {f"changes-field-{field}" for field in shown_by(record) - SAME}
    assert sorted(shown - words) == []


def test_what_the_public_reads_of_a_commitment_is_told_part_by_part(words: set[str]) -> None:
    shown = {f"changes-field-{field}" for field in set(PublicTexts.model_fields) - SAME}
    assert sorted(shown - words) == []


def test_no_words_are_left_for_what_nobody_records(words: set[str]) -> None:
    found = {verb for one in RECORDS for verb in verbs(one.call.args[1], one.function)}
    said = {f"changes-what-{verb.replace('.', '-')}" for verb in found}
    shown = {f"changes-field-{field}" for one in RECORDS for field in shown_by(one)}
    named = {key for key in words if key.startswith(("changes-what-", "changes-field-"))}
    assert sorted(named - said - shown) == []


def test_a_verb_or_a_field_that_cannot_be_read_is_no_silent_gap() -> None:
    source = "def f(staff, given):\n  was = helper(given)\n  with x.recorded(staff, f'a.{given.b}', 'c', was): pass"
    module = ast.parse(source)
    function = module.body[0]
    assert isinstance(function, ast.FunctionDef)
    (call,) = [one for one in ast.walk(module) if isinstance(one, ast.Call) and ast.unparse(one.func) == "x.recorded"]
    with pytest.raises(AssertionError, match="CHOSEN"):
        verbs(call.args[1], function)
    with pytest.raises(AssertionError, match="MADE"):
        shown_by(Recorded("x", call, function, module))
