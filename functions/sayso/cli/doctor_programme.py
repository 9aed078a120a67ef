"""Doctor: is what is deployed what is at hand, and does anything keep mails from going out on purpose?"""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from sayso.adapters.programme_file import PROGRAMME_FILE
from sayso.cli.doctor_findings import Finding, Look, Patient, ok, unknown, warning

TEMPLATES = PROGRAMME_FILE.parent
_DEPLOYED = "sayso/templates/"


def same_templates(patient: Patient) -> Finding:
    """The programme and the templates the functions carry are the ones in this folder."""
    answer = patient.client("lambda").get_function(FunctionName=patient.outputs["SendFunction"])
    address = answer.get("Code", {}).get("Location", "")
    page = patient.fetch(address) if address else None
    if page is None or page.status != 200:
        return unknown("The deployed programme cannot be compared: AWS does not hand out the functions' code.")
    try:
        deployed = _in_zip(page.body)
    except zipfile.BadZipFile:
        return unknown("The deployed programme cannot be compared: the functions' code is no zip file.")
    here = _in_folder(TEMPLATES)
    different = sorted(name for name in {*deployed, *here} if deployed.get(name) != here.get(name))
    if not different:
        return ok("The deployed programme and templates are the ones in this folder.")
    return warning(
        f"{len(different)} of the templates differ from what is deployed: {', '.join(different[:5])}.",
        "Deploy, or operate from the commit that was deployed: commands read the programme from this folder.",
    )


def sending_goes_on(patient: Patient) -> Finding:
    """Nobody has paused it, and no account is forgotten on hold."""
    paused = patient.standings.paused()
    if paused:
        return warning(
            f"Sending is paused since {paused.at:%Y-%m-%d %H:%M} UTC by {paused.by}: {paused.reason}.",
            "To go on: sayso resume",
        )
    held = [one for _, one in patient.standings.holds() if one.until > patient.now]
    return ok(f"Sending is not paused; accounts on hold: {len(held)}.")


def _in_zip(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.removeprefix(_DEPLOYED): hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name.startswith(_DEPLOYED) and not name.endswith("/")
        }


def _in_folder(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


LOOKS = (Look("programme", same_templates), Look("pause", sending_goes_on))
