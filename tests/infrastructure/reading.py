"""Read the templates the way the tests ask about them: as plain dictionaries, for AWS or for the local stack."""

from functools import cache
from pathlib import Path
from typing import Any

from cfnlint.decode import decode

ROOT = Path(__file__).resolve().parents[2]
NESTED = {
    "Data": "infrastructure/data.yaml",
    "Messaging": "infrastructure/messaging.yaml",
    "Email": "infrastructure/email.yaml",
    "Auth": "infrastructure/auth.yaml",
    "Web": "infrastructure/web.yaml",
    "Monitoring": "infrastructure/monitoring.yaml",
}


@cache
def template(name: str = "template.yaml") -> dict[str, Any]:
    """Return a template with its YAML tags as the functions they stand for ({"Fn::GetAtt": ["Data", …]})."""
    decoded, problems = decode(str(ROOT / name))
    assert decoded is not None, problems
    return dict(decoded)


def nested(stack: str) -> dict[str, Any]:
    """Return the template of a nested stack by its logical id."""
    return template(NESTED[stack])


def resources(of_type: str, name: str = "template.yaml") -> dict[str, dict[str, Any]]:
    """Return the properties of all resources of one type, by logical id."""
    found = template(name)["Resources"].items()
    return {key: resource.get("Properties", {}) for key, resource in found if resource["Type"] == of_type}


def functions() -> dict[str, dict[str, Any]]:
    """Return every function's properties, the globals filled in."""
    common = template()["Globals"]["Function"]
    return {key: {**common, **props} for key, props in resources("AWS::Serverless::Function").items()}


def mappings() -> dict[str, dict[str, Any]]:
    """Return what reads streams and queues, by logical id."""
    return resources("AWS::Lambda::EventSourceMapping")


def where(value: Any, *, local: bool = False) -> Any:
    """Return the value with every choice between AWS and the local stack made."""
    if isinstance(value, dict):
        if set(value) == {"Fn::If"} and value["Fn::If"][0] == "IsLocal":
            return where(value["Fn::If"][1 if local else 2], local=local)
        return {key: where(inner, local=local) for key, inner in value.items()}
    if isinstance(value, list):
        return [where(inner, local=local) for inner in value]
    return value


def spelled(value: Any) -> str:
    """Return a reference as a short text: Data.Outputs.TableArn, SenderIdentity, or what a Fn::Sub says."""
    if isinstance(value, str | int | bool):
        return str(value)
    ((function, argument),) = value.items()
    if function == "Fn::GetAtt":
        return ".".join(argument) if isinstance(argument, list) else str(argument)
    return str(argument[0] if isinstance(argument, list) else argument)


def statements(function: str, *, local: bool = False) -> list[dict[str, list[str]]]:
    """Return a function's own permissions as lists of actions and resources."""

    def listed(value: Any) -> list[str]:
        return [spelled(one) for one in (value if isinstance(value, list) else [value])]

    policies = where(resources("AWS::Serverless::Function")[function].get("Policies", []), local=local)
    return [
        {"actions": listed(one["Action"]), "resources": listed(one["Resource"])}
        for policy in policies
        for one in policy["Statement"]
    ]


def resources_for(function: str, action: str, *, local: bool = False) -> set[str]:
    """Return everything a function may do `action` to."""
    return {one for s in statements(function, local=local) if action in s["actions"] for one in s["resources"]}


def events(of_type: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the events of one type as (function, event) → properties."""
    return {
        (function, name): event["Properties"]
        for function, props in functions().items()
        for name, event in props.get("Events", {}).items()
        if event["Type"] == of_type
    }


def variables(function: str) -> dict[str, str]:
    """Return a function's own environment variables, the globals left out."""
    own = resources("AWS::Serverless::Function")[function].get("Environment", {}).get("Variables", {})
    return {name: spelled(value) for name, value in own.items()}
