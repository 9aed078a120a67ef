// The quotes on the public page, those that may not be shown any more, and what became of those just chosen.

import { api, told } from "../../api";
import { inOurs } from "../../me";
import { Badge, Confirm, Empty, More, Panel, Quote, tell, View } from "../../parts";
import { refusal } from "../../refused";
import { usePages, usePolling } from "../../use";
import { day, moment, t } from "../../words";
import "./commitments.css";

const SOON = 10; // seconds

export default function Quotes() {
  const pages = usePages((after, signal) => api.GET("/api/staff/quotes", { params: { query: { after } }, signal }), []);
  const requests = pages.last?.requests ?? [];
  const waits = requests.some((one) => one.state === "asked" && !one.late);
  usePolling(() => waits && pages.again(), SOON);
  const open = requests.filter((one) => one.state !== "done");
  const remove = async (id: string) => {
    await told(api.POST("/api/staff/quotes/{quote_id}/remove", { params: { path: { quote_id: id } }, body: {} }));
    pages.put((one) => one.id === id, undefined);
    tell(t("commitments-quote-removed"));
  };
  return (
    <View
      title={t("commitments-quotes")}
      lead={t("commitments-quotes-lead")}
      back={{ to: "/commitments", label: t("commitments-title") }}
    >
      {open.length > 0 && (
        <Panel title={t("commitments-quotes-chosen")}>
          <ul class="commitments-answers">
            {open.map((one) => (
              <li key={one.id}>
                <p>
                  <Badge tone={one.state === "refused" || one.late ? "strong" : "plain"}>
                    {t(`commitments-request-${one.late ? "late" : one.state}`)}
                  </Badge>{" "}
                  <span class="quiet">
                    {moment(one.at)} {one.by}
                  </span>
                </p>
                {one.reason && (
                  <p lang={one.reason === "late" ? undefined : refusal(one).lang}>
                    {one.reason === "late" ? t("commitments-request-too-late") : refusal(one).words}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {pages.items.length === 0 && pages.last && (
        <Empty title={t("commitments-quotes-none")}>{t("commitments-quotes-none-why")}</Empty>
      )}
      <ul class="commitments-answers">
        {pages.items.map((one) => (
          <li key={one.id}>
            <Quote lang={one.original}>{one.text[one.original] ?? ""}</Quote>
            <p class="commitments-given">
              {one.fallen && <Badge tone="strong">{t(`commitments-fallen-${one.fallen}`)}</Badge>}{" "}
              <span class="quiet">{t("commitments-quote-by", { day: day(one.chosen_at), who: one.chosen_by })}</span>{" "}
              {one.commitment_id && (
                <a href={`#/commitments/${one.commitment_id}`}>{inOurs(one.commitment_title) || one.commitment_id}</a>
              )}
            </p>
            <div class="actions">
              <Confirm
                what={t("commitments-quote-remove")}
                say={t("commitments-quote-remove-say")}
                act={() => remove(one.id)}
              />
            </div>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </View>
  );
}
