"""The demo's own people who sign in to the desk: one of each role, each with a password anybody may know."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from sayso.adapters.user_pool import UserPool
from sayso.cli.demo_company import data
from sayso.cli.staff_commands import people
from sayso.cli.target import Target
from sayso.domain.address import same_mailbox
from sayso.domain.staff import Role
from sayso.wiring import Wiring


@dataclass(frozen=True)
class DemoMember:
    """Somebody to sign in as."""

    email: str
    name: str
    role: Role

    @property
    def password(self) -> str:
        """Of every kind of character, and the same every time: the local stack answers this computer alone."""
        drawn = base64.b32encode(hashlib.sha256(f"sayso demo {self.email}".encode()).digest()).decode()
        return f"{drawn[:5]}-{drawn[5:10].lower()}-{int(drawn[10:14], 36) % 10_000:04}"


def demo_staff(wiring: Wiring) -> tuple[DemoMember, ...]:
    """The programme's manager, an owner of the demo's accounts, and somebody who sees numbers."""
    manager = wiring.programme.follow_up.manager
    return (
        DemoMember(manager, "Femke de Ruiter", "manager"),
        DemoMember(data("accounts")["staff"]["gb"], "Mark O’Brien", "owner"),
        DemoMember("viewer@polder.example", "Pim Vermeer", "viewer"),
    )


def let_in(target: Target) -> tuple[DemoMember, ...]:
    """Let those in who are not in yet; returns all of them."""
    pool: UserPool = people(target)
    there = {same_mailbox(member.email) for member in pool.everyone()}
    everybody = demo_staff(target.wiring())
    for member in everybody:
        if same_mailbox(member.email) not in there:
            pool.add(member.email, member.role, member.name, member.password)
    return everybody
