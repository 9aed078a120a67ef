"""What `sam build` makes of a function and the layer: what Lambda gets, and nothing from this machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.cli import local_deploy, local_stack
from tests.infrastructure.reading import functions

# Handler module names, and whether the template gives them the layer.
_RENDERS = {props["Handler"].split(".")[2]: "Layers" in props for props in functions().values()}


@dataclass(frozen=True)
class Artefact:
    """The built folders: the one of all functions, and the layer of those that render."""

    functions: Path
    layer: Path

    def handlers(self) -> list[str]:
        """The handlers' module names."""
        return sorted(_RENDERS)

    def path_of(self, handler: str) -> list[Path]:
        """What a function finds on its path besides Python and boto3."""
        return [self.functions, self.layer] if _RENDERS.get(handler) else [self.functions]


@cache
def built_artefact() -> Artefact:
    """Build with the real `sam build`, unless the same sources were built before."""
    tools = local_deploy.find_tools(local_stack.TOOLS_DIR)
    log = local_stack.BUILDS_DIR.parent / "artefact.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    sam = local_deploy.Sam(
        program=tools.sam, runtime=tools.runtime, endpoint_url="", region=local_stack.REGION, log=log
    )
    built = sam.build(local_stack.ROOT, local_stack.BUILDS_DIR)
    return Artefact(built / "functions", built / "RenderingLayer" / "python")
