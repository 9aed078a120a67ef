"""A bad day: a thousand detractors in a minute, and queues that deliver everything more than once, in any order."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

from tests.builders import MONDAY, World, contact, programme, sent_invitation

MANY = 1_000


def test_a_thousand_detractors_in_a_minute_are_a_thousand_cases_with_one_alert_each() -> None:
    world = World(programme=programme(follow_up={"channels": {"team": {}}}))
    dice, references = Random(1), []  # noqa: S311
    for number in range(MANY):
        person = contact(
            contact_id=f"c{number}",
            external_id=f"crm-{number}",
            email=f"p{number}@kaasboer.example",
            address_hash=f"hash-{number}",
            owner_email=f"owner{number % 7}@polder.example",
        )
        world.contacts.save(person, None)
        asked = world.invitations.save(sent_invitation(contact_id=person.contact_id))
        world.clock.now = MONDAY + timedelta(milliseconds=60 * number)
        world.answer(asked, number % 7)
        references.append(asked.reference)
    for reference in dice.sample([*references, *references], 2 * MANY):
        world.open_follow_up.open(reference)
    cases = world.cases()
    told = [one.key for case in cases for one in world.follow_ups.notices(case.follow_up_id)]
    for key in dice.sample([*told, *told], 2 * len(told)):
        world.tell_owner.tell(key)

    assert len(cases) == len({case.contact_id for case in cases}) == MANY
    assert all(case.owner_email and case.due_at > case.opened_at for case in cases)
    by_case = Counter(mail.tags["follow_up"] for mail in world.mailer.outbox)
    assert by_case == dict.fromkeys((case.follow_up_id for case in cases), 1)
    assert len(world.channels.messages) == MANY
    assert {mail.to for mail in world.mailer.outbox} == {case.owner_email for case in cases}
