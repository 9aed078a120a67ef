"""Doctor: does the site answer, under which name, and with which certificate?"""

from __future__ import annotations

from urllib.parse import urlsplit

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, warning


def site_answers(patient: Patient) -> Finding:
    """A static page that every language set has, or the first language's, can be read."""
    language = patient.programme.company.default_language
    address = f"{patient.outputs['SiteUrl']}/unsubscribe/{language}.html"
    page = patient.fetch(address)
    if page.status == 200:
        return ok(f"{address} answers.")
    says = page.trouble or f"it answers {page.status}"
    return broken(
        f"{address} cannot be read: {says}.",
        "Is the name's CNAME the output DistributionDomain? Are the pages there (custom resource StaticPages)?",
    )


def api_answers(patient: Patient) -> Finding:
    """The API behind the site refuses whoever comes without a link, and says why."""
    page = patient.fetch(patient.outputs["SiteUrl"] + "/api/answer")
    if page.status == 403 and b"token" in page.body:
        return ok("The API answers behind the site.")
    if page.status == 403 and b"origin" in page.body:
        return broken(
            "The API refuses everybody: CloudFront shows it an origin key that it does not know.",
            "Deploy with OriginKey as the number of a key that is in the secret; docs/operations.md, Edge, says how.",
        )
    return broken(
        f"The API does not answer as it should ({page.trouble or page.status}).",
        "Look at the alarm ApiErrors and the log; docs/operations.md says how.",
    )


def api_hides(patient: Patient) -> Finding:
    """Who calls the API by its own address goes around the limits of the site, and is refused."""
    page = patient.fetch(patient.outputs["ApiUrl"] + "/api/answer")
    if page.status == 403 and b"origin" in page.body:
        return ok("The API answers nobody who goes around the site.")
    return broken(
        f"The API's own address answers {page.trouble or page.status}, and not that one has to use the site.",
        "Deploy again: these functions are older than the origin key.",
    )


def custom_domain(patient: Patient) -> Finding:
    """The site has a name of the company's, and the certificate for it."""
    host = urlsplit(patient.outputs["SiteUrl"]).hostname or ""
    if host.endswith(".cloudfront.net"):
        return warning(
            f"Links in mails point to {host}, which nobody knows.",
            "Deploy with SiteDomain and CertificateArn before the first real mail: links keep their address.",
        )
    (distribution,) = patient.all_of("AWS::CloudFront::Distribution")
    answer = patient.client("cloudfront").get_distribution(Id=distribution.physical_id)["Distribution"]
    config = answer["DistributionConfig"]
    certificate = config.get("ViewerCertificate", {}).get("ACMCertificateArn")
    if host not in config.get("Aliases", {}).get("Items", []) or not certificate:
        return broken(
            f"The distribution does not answer for {host}.", "Deploy again with SiteDomain and CertificateArn."
        )
    found = patient.client("acm", region_name="us-east-1").describe_certificate(CertificateArn=certificate)
    status = found["Certificate"].get("Status")
    if status != "ISSUED":
        return broken(
            f"The certificate for {host} is {status}.", "Renew it in us-east-1; is its DNS record still there?"
        )
    renewal = found["Certificate"].get("RenewalSummary", {}).get("RenewalStatus")
    if renewal in ("PENDING_VALIDATION", "FAILED"):
        return warning(f"The certificate for {host} is not renewed ({renewal}).", "Put its DNS record back.")
    return ok(f"{host} has its certificate.")


LOOKS = (
    Look("site", site_answers),
    Look("API", api_answers),
    Look("API past the site", api_hides),
    Look("custom domain", custom_domain, here=False),
)
