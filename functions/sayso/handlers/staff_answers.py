"""The door of the desk to answers: what came in, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.adapters.csv_out import safe_cell
from sayso.domain.answer_place import answer_path, read_answer_path
from sayso.domain.errors import NotFoundError
from sayso.domain.formulas import not_calculated
from sayso.domain.programme import REVIEW
from sayso.domain.theme import Filing
from sayso.domain.unconfirmed import answer_id
from sayso.handlers.api_body import takes
from sayso.handlers.staff_answers_lines import line, whole
from sayso.handlers.staff_answers_shapes import (
    AnswerFeed,
    AnswersAsked,
    AnswerWhole,
    ExportAsked,
    ExportPart,
    FiledAnswers,
    FilingAsked,
    FiltersAsked,
    RuledAnswer,
    RulingAsked,
)
from sayso.handlers.staff_cursor import opened, shut
from sayso.handlers.staff_door import SIGNED_IN, Managers, Owners
from sayso.handlers.staff_query import asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.services.export_responses import COLUMNS, flat_row, row_of
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_EXPORTED_AT_ONCE = 100
_ACCOUNT = re.compile(r"[0-9a-f]{20}")  # a keyed hash


@router.get(
    "/api/staff/answers",
    summary="List answers by what they say, where they come from and how they stand, the newest first.",
    description="At most 200 are looked at for one request: `next` goes on where it stopped, also after an empty part.",
    responses=tells(AnswerFeed, *OF_A_LOOK),
    operation_id="staff_answers_list",
    security=SIGNED_IN,
    tags=["answers"],
)
@asks(router, AnswersAsked)
def get_answers(staff: Owners, asked: AnswersAsked) -> AnswerFeed:
    """List answers."""
    found = of_this_function().desk_answers.feed(staff, asked.read(), opened(staff, asked.after))
    return {
        "items": [line(one) for one in found.items],
        "next": shut(staff, found.next),
        "looked_until": found.looked_until.isoformat(),
    }


@router.get(
    "/api/staff/answers/<answer>",
    summary="Show one answer with its history, its person's others, and what was made of it.",
    responses=tells(AnswerWhole, *OF_A_LOOK),
    operation_id="staff_answers_show",
    security=SIGNED_IN,
    tags=["answers"],
)
def get_answer(staff: Owners, answer: str) -> AnswerWhole:
    """Show one answer."""
    return whole(of_this_function().desk_answer.whole(staff, read_answer_path(answer)))


@router.post(
    "/api/staff/answers/themes",
    summary="File answers under a theme, accept or reject a suggestion of it, or take one's word back.",
    description="Of several, those that can be are changed, and `refused` names the others. Said twice it changes "
    "nothing.",
    responses=tells(FiledAnswers, *OF_A_CHANGE),
    operation_id="staff_answers_file",
    security=SIGNED_IN,
    tags=["answers"],
)
@takes(router, FilingAsked)
def post_themes(staff: Owners, given: FilingAsked) -> FiledAnswers:
    """File answers under a theme."""
    wiring = of_this_function()
    before = wiring.show_answers.some(staff, [read_answer_path(one) for one in given.answers])
    if any(one.withheld for one in before):
        raise NotFoundError("There is no such answer.", field="answer")
    stood = {answer_id(one.reference): _stands(one.response.themes, given.theme) for one in before}
    on = f"answer:{answer_path(before[0].reference)}" if len(before) == 1 else "answers"
    about = wiring.show_answers.complained_about(before)
    with wiring.record_changes.recorded(
        staff, f"answers.{given.step}_theme", on, {"theme": given.theme, "answers": stood}, complaint_about=about
    ) as note:
        done, refused = wiring.file_at_desk.run(given.step, [one.reference for one in before], given.theme, staff.email)
        stands = {answer_id(one.reference): _stands(one.themes, given.theme) for one in done}
        note.after = {"theme": given.theme, "answers": stands}
    now = wiring.show_answers.some(staff, [one.reference for one in done])
    return {
        "answers": [line(one) for one in now],
        "refused": [
            {"id": answer_path(one.reference), "field": one.error.field, "reason": one.error.reason} for one in refused
        ],
    }


@router.post(
    "/api/staff/answers/<answer>/ruling",
    summary="Accept or reject an answer that nobody was seen giving. What was accepted counts for good.",
    description="409 with the field `answer` says that it has changed since `revision`, or counts by now.",
    responses=tells(RuledAnswer, *OF_A_CHANGE),
    operation_id="staff_answers_rule",
    security=SIGNED_IN,
    tags=["answers"],
)
@takes(router, RulingAsked)
def post_ruling(staff: Owners, answer: str, given: RulingAsked) -> RuledAnswer:
    """Accept or reject an answer."""
    wiring = of_this_function()
    (found,) = wiring.show_answers.some(staff, [read_answer_path(answer)])
    what = "answers.accept" if given.what == "accepted" else "answers.reject"
    before = {"state": found.response.state}
    about = wiring.show_answers.complained_about([found])
    with wiring.record_changes.recorded(
        staff, what, f"answer:{answer_path(found.reference)}", before, complaint_about=about
    ) as note:
        after = wiring.desk_answer.rule(
            staff, found, given.what, given.reason, score=given.score, revision=given.revision
        )
        note.after = {"state": after.state, "score": after.score}
    (now,) = wiring.show_answers.some(staff, [found.reference])
    return {"answer": line(now)}


@router.post(
    "/api/staff/answers/export",
    summary="Hand out the answers that count and fit, a part at a time, with the columns of `sayso export responses`.",
    description="Each part is recorded as a change, with how many answers it handed out.",
    responses=tells(ExportPart, *OF_A_CHANGE),
    operation_id="staff_answers_export",
    security=SIGNED_IN,
    tags=["answers"],
)
@takes(router, ExportAsked)
def post_export(staff: Managers, given: ExportAsked) -> ExportPart:
    """Hand answers out."""
    wiring = of_this_function()
    before = {"format": given.format, **_asked_for(given.filters)}
    with wiring.record_changes.recorded(staff, "answers.export", "answers", before) as note:
        found = wiring.desk_answers.handed_out(staff, given.filters.read(), given.after, limit=_EXPORTED_AT_ONCE)
        note.after = {"rows": len(found.items)}
    rows = [row_of(one.response, one.contact, one.words, one.account or None) for one in found.items]
    if given.format == "csv":
        rows = [{not_calculated(name): safe_cell(value) for name, value in flat_row(row).items()} for row in rows]
    return {"columns": list(COLUMNS), "items": rows, "next": found.next, "looked_until": found.looked_until.isoformat()}


def _asked_for(filters: FiltersAsked) -> dict[str, object]:
    """What an export was asked for. What is no name of ours is left out: it may be a person's."""
    asked = filters.model_dump(mode="json", exclude_defaults=True)
    programme = of_this_function().programme
    ours = {
        "survey": {*programme.surveys, REVIEW},
        "driver": {programme.follow_up.owner_driver, *(one.id for one in programme.drivers)},
        "theme": {one.id for one in programme.all_themes},
    }
    known = {name: value for name, value in asked.items() if value in ours.get(name, (value,))}
    if not _ACCOUNT.fullmatch(filters.account):
        known.pop("account", None)
    return known


def _stands(themes: Mapping[str, Filing], theme: str) -> str:
    """How an answer stands to a theme; empty where it does not."""
    return themes[theme].state if theme in themes else ""
