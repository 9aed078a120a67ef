"""The company's own people: whom events are never asked about (rule 3), and who may be handed a follow-up."""

from __future__ import annotations

from sayso.domain.address import domain_of, same_mailbox
from sayso.domain.programme import Programme


def is_never_asked(address: str, programme: Programme) -> bool:
    """Whether an address belongs to the company itself, or to a listed domain or one of its subdomains.

    The company's own domain is that of its website, as it is: a hosting company may well have customers below it.
    """
    domain = domain_of(address).rstrip(".")
    if domain == _own_domain(programme) or same_mailbox(address) in _own_addresses(programme):
        return True
    listed = [name.strip().lower().lstrip("@").rstrip(".") for name in programme.tickets.never_ask_domains]
    return any(domain == name or domain.endswith(f".{name}") for name in listed if name)


def is_ours(address: str, programme: Programme) -> bool:
    """Whether a customer's words may be sent to an address: somebody the programme names, or at the company's domain.

    Stricter than `is_never_asked`: a listed domain may be a partner's, and that of a sender one of a mail provider.
    """
    named = {same_mailbox(person) for person in programme.follow_up.people}
    return same_mailbox(address) in named or domain_of(address).rstrip(".") == _own_domain(programme)


def _own_domain(programme: Programme) -> str:
    return (programme.company.website.host or "").lower().removeprefix("www.")


def _own_addresses(programme: Programme) -> set[str]:
    sender, rules = programme.sender, programme.follow_up
    own = (sender.email, sender.reply_to, rules.default_owner, rules.support_lead, rules.manager)
    return {same_mailbox(address) for address in own}
