"""Keeps what `sayso doctor` found last."""

from __future__ import annotations

from sayso.adapters import keys
from sayso.adapters.items import Items, Put
from sayso.adapters.mapping import to_entity, to_item
from sayso.domain.doctor_report import DoctorReport


class DoctorReportStore:
    """See `sayso.ports.DoctorReports`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def latest(self) -> DoctorReport | None:
        """The last report; None when nobody ever looked."""
        item = self._items.get(keys.doctor_report())
        return to_entity(DoctorReport, item) if item else None

    def keep(self, report: DoctorReport) -> None:
        """Keep a report in the place of the last one."""
        self._items.write(Put(to_item(keys.doctor_report(), "doctor_report", report)))
