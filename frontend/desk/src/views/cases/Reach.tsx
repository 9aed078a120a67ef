// By when, and how the person wishes to be contacted; who looks after it.

import { Badge, Given } from "../../parts";
import { day, t } from "../../words";
import { causeName, type FollowUp, personName, standing, when } from "./told";

export function Reach({ of }: { of: FollowUp }) {
  return (
    <section class="cases-reach" aria-labelledby="cases-due">
      <h2 id="cases-due" tabIndex={-1} class={of.late ? "cases-late" : ""}>
        {standing(of)}
      </h2>
      {of.closed_at && <Ended of={of} />}
      {!of.closed_at && !of.erased && <p>{wish(of)}</p>}
      <Ways of={of} />
      <p class="quiet">{t("cases-responsible", { who: personName(of.owner_email, of.people) })}</p>
      {of.escalated_to && (
        <p class="quiet">
          {of.late_at
            ? t("cases-escalated-since", { who: of.escalated_to, when: when(of.late_at) })
            : t("cases-escalated-to", { who: of.escalated_to })}
        </p>
      )}
      {of.complaint_about.length > 0 && (
        <p>
          <Badge tone="strong">{t("cases-complaint")}</Badge> {of.complaint_about.join(", ")}
        </p>
      )}
    </section>
  );
}

function wish({ contact, phone }: FollowUp): string {
  const wished = t(`cases-wish-${contact ?? "open"}`);
  return contact === "phone" && !phone ? `${wished} ${t("cases-no-phone")}` : wished;
}

function Ways({ of }: { of: FollowUp }) {
  // Whoever said no is neither called nor written to
  if (of.contact === "no") return null;
  const call = of.phone && { to: `tel:${of.phone.replace(/[^+\d]/g, "")}`, say: t("cases-call", { phone: of.phone }) };
  const write = of.email && { to: `mailto:${of.email}`, say: t("cases-write", { email: of.email }) };
  const ways = (of.contact === "mail" ? [write, call] : [call, write]).filter((way) => way !== "");
  if (ways.length === 0) return null;
  return (
    <p class="actions">
      {ways.map((way, place) => (
        <a key={way.to} href={way.to} class={of.closed_at ? "" : place === 0 ? "button" : "button second"}>
          {way.say}
        </a>
      ))}
    </p>
  );
}

function Ended({ of }: { of: FollowUp }) {
  return (
    <>
      {of.cause && <p>{t("cases-cause-was", { cause: causeName(of.cause) })}</p>}
      {of.recheck_at && <p>{t("cases-again", { date: day(of.recheck_at) })}</p>}
      {of.asked_again && (
        <p>
          {t(of.asked_again.score === null ? "cases-asked-again" : "cases-said-again", {
            date: day(of.asked_again.on),
          })}{" "}
          {of.asked_again.score !== null && (
            <Given score={of.asked_again.score} scale={of.asked_again.scale ?? "nps"} />
          )}
        </p>
      )}
    </>
  );
}
