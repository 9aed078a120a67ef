"""Doctor: does what the programme says about our own people reach them, and does it know their holidays?"""

from __future__ import annotations

from sayso.adapters.channels import service_of
from sayso.adapters.kept_secret import KeptSecret
from sayso.adapters.offices import unknown_regions
from sayso.cli.doctor_findings import Finding, Look, Patient, broken, listed, ok, warning


def channels_lead_somewhere(patient: Patient) -> Finding:
    """Every channel of the programme has an address that something can be sent to."""
    channels = patient.programme.follow_up.channels
    if not channels:
        return ok("Follow-ups are told by mail alone; the programme has no channels.")
    kept = KeptSecret(patient.client("secretsmanager"), patient.outputs["ChannelAddressesSecret"]).all()
    dumb = [name for name in channels if not kept.get(name) or service_of(kept[name]) is None]
    if dumb:
        return broken(
            f"Channels without an address that works: {listed(dumb)}. Nothing is told there.",
            f"Set it: sayso channels set {dumb[0]}, or take the channel out of the programme.",
        )
    unused = sorted(kept.keys() - channels.keys())
    if unused:
        return warning(
            f"Addresses of channels that are not in the programme: {listed(unused)}.",
            f"Forget them: sayso channels remove {unused[0]}",
        )
    return ok(f"Channels with an address: {listed(list(channels))}. To try one: sayso channels test.")


def holidays_known(patient: Patient) -> Finding:
    """The calendar knows every region whose holidays the due times shall leave out."""
    unknown = unknown_regions(patient.programme)
    if unknown:
        wrong = [f"{'.'.join(map(str, region.steps))}: {region.reason}" for region in unknown]
        return warning(
            f"Due times leave out no holidays of regions nobody knows. {listed(wrong)}.",
            "Correct the programme and deploy it; sayso check names every line.",
        )
    rules = patient.programme.follow_up
    regions = sorted({*rules.holidays, *(region for owner in rules.owners.values() for region in owner.holidays or ())})
    if not regions:
        return ok("Due times leave out no public holidays: the programme names no region under follow_up.holidays.")
    return ok(f"Due times leave out the holidays of {listed(regions)}.")


LOOKS = (Look("channels", channels_lead_somewhere), Look("holidays", holidays_known))
