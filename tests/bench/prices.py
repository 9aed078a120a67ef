"""AWS list prices in US dollars without the free tier, each with the page it is from and how it is known."""

from __future__ import annotations

REGIONS = ("us-east-1", "eu-central-1")

# What: (price in us-east-1, price in eu-central-1, AWS's page, how it is known), written down on 22 November 2026.
# AWS's pages could not be opened then: "found" is what pages of that year quote from them, "recalled" what was
# remembered and looked up nowhere. Check against AWS's page before relying on one.
PRICES: dict[str, tuple[float, float, str, str]] = {
    "SES, a mail": (0.10e-3, 0.10e-3, "Amazon SES pricing", "found, 2026"),
    "write unit": (0.625e-6, 0.7625e-6, "Amazon DynamoDB pricing, on demand", "found, 2025; eu-central-1 recalled"),
    "read unit": (0.125e-6, 0.1525e-6, "Amazon DynamoDB pricing, on demand", "found, 2025; eu-central-1 recalled"),
    "stream read by Lambda": (0, 0, "Amazon DynamoDB pricing, streams", "recalled"),
    "table, a GB-month": (0.25, 0.306, "Amazon DynamoDB pricing, storage", "recalled"),
    "point-in-time recovery, a GB-month": (0.20, 0.245, "Amazon DynamoDB pricing, backup", "recalled"),
    "Lambda request": (0.20e-6, 0.20e-6, "AWS Lambda pricing", "found, 2026"),
    "Lambda GB-second, arm64": (13.3334e-6, 13.3334e-6, "AWS Lambda pricing", "found, 2026; eu-central-1 recalled"),
    "SQS request": (0.40e-6, 0.40e-6, "Amazon SQS pricing, standard", "recalled"),
    "event of an AWS service": (0, 0, "Amazon EventBridge pricing", "found, 2026; that SES's are such: recalled"),
    "schedule's invocation": (1.00e-6, 1.00e-6, "Amazon EventBridge pricing, Scheduler", "found, 2026"),
    "log, a GB taken in": (0.50, 0.63, "Amazon CloudWatch pricing, logs", "found, 2026; eu-central-1 recalled"),
    "KMS request": (3e-6, 3e-6, "AWS KMS pricing", "recalled"),
    "secret read": (5e-6, 5e-6, "AWS Secrets Manager pricing", "recalled"),
}


def price(what: str, region: str) -> float:
    """The price of one, in US dollars."""
    us_east_1, eu_central_1, *_ = PRICES[what]
    return us_east_1 if region == REGIONS[0] else eu_central_1


COLUMNS = ("one", *REGIONS, "page of AWS", "known")


def rows() -> list[tuple[str, ...]]:
    """All of it, to be checked against AWS's pages."""
    return [
        (what, *(f"{one:.10f}".rstrip("0").rstrip(".") for one in both), page, known)
        for what, (*both, page, known) in PRICES.items()
    ]
