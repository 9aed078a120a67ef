"""What `sam build` makes of a function and the layers: what Lambda gets, and nothing from this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.cli import local_deploy, local_stack
from tests.infrastructure.reading import functions, resources, spelled

# Handler module names, and the layers the template gives them.
_LAYERS = {
    props["Handler"].split(".")[2]: [spelled(layer) for layer in props.get("Layers", ())]
    for props in functions().values()
}


@dataclass(frozen=True)
class Artefact:
    """The built folders: the one of all functions, and those of the layers by their names in the template."""

    functions: Path
    layers: Mapping[str, Path]

    def handlers(self) -> list[str]:
        """The handlers' module names."""
        return sorted(_LAYERS)

    def path_of(self, handler: str) -> list[Path]:
        """What a function finds on its path besides Python and boto3."""
        return [self.functions, *(self.layers[layer] for layer in _LAYERS[handler])]


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
    layers = {name: built / name / "python" for name in resources("AWS::Serverless::LayerVersion")}
    return Artefact(built / "functions", layers)
