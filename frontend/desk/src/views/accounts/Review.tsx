// The review of the quarter: the page to take into the meeting, and the one to record what was said.

import { useState } from "preact/hooks";
import { api } from "../../api";
import type { components } from "../../api.gen";
import { isManager } from "../../me";
import { Panel, ProblemBox } from "../../parts";
import { useSend } from "../../use";
import { day, language, t } from "../../words";

type What = "pack" | "review";

export function Review({ id, review }: { id: string; review: components["schemas"]["AccountReview"] }) {
  const recorded = review.recorded_at && t("accounts-review-recorded", { day: day(review.recorded_at) });
  return (
    <Panel title={t("accounts-review", { quarter: review.quarter })}>
      <p>{recorded ?? t("accounts-review-open")}</p>
      {review.owner ? (
        <>
          <div class="actions">
            <Opens id={id} what="pack" />
            <Opens id={id} what="review" />
          </div>
          <p class="quiet">{t(isManager() ? "accounts-review-as" : "accounts-review-note", { who: review.owner })}</p>
        </>
      ) : (
        <p class="quiet">{t("accounts-review-unlisted")}</p>
      )}
    </Panel>
  );
}

/** A button, and then a link: an address is only made for who wants it, and browsers let no script open windows late. */
function Opens({ id, what }: { id: string; what: What }) {
  const [url, set] = useState("");
  const link = useSend(() =>
    api.POST("/api/staff/accounts/{account_id}/link", {
      params: { path: { account_id: id } },
      body: { what, language: language.get() },
    }),
  );
  const ask = async () => set((await link.send())?.url ?? "");
  return (
    <div>
      {url ? (
        <a class="button" href={url} target="_blank" rel="noopener noreferrer" onClick={() => set("")}>
          {t(`accounts-open-now-${what}`)}
        </a>
      ) : (
        <button type="button" class="second" aria-disabled={link.sending} onClick={ask}>
          {link.sending ? t("common-one-moment") : t(`accounts-open-${what}`)}
        </button>
      )}
      <ProblemBox problem={link.problem} />
    </div>
  );
}
