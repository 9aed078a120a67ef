"""Whatever the programme, the people, the order of events and the faults: over years, the rules hold for every mail."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.histories import History, histories

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example, HealthCheck.filter_too_much]


@settings(max_examples=100, deadline=None, suppress_health_check=QUIET)
@given(histories(longest=25))
def test_over_years_every_mail_keeps_the_rules_and_every_invitation_ends_with_a_reason(history: History) -> None:
    history.play()


@pytest.mark.long
@settings(max_examples=1_000, deadline=None, suppress_health_check=QUIET)
@given(histories(longest=60))
def test_over_many_more_years_too(history: History) -> None:
    history.play()
