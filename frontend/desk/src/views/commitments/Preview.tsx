// What a reader of the public page would find of a commitment, in each language, from the page's own template.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { Tabs, Wait } from "../../parts";
import { useLoad } from "../../use";
import { language as spoken, t } from "../../words";
import { languages } from "./told";

export function Preview({ id, state }: { id: string; state: string }) {
  const own = spoken.get();
  const [shown, show] = useState(languages().includes(own) ? own : (languages()[0] ?? "en"));
  const loaded = useLoad(
    (signal) =>
      api.GET("/api/staff/commitments/{commitment_id}/preview", {
        params: { path: { commitment_id: id }, query: { language: shown } },
        signal,
      }),
    [id, state, shown],
  );
  return (
    <Tabs
      label={t("common-language")}
      tabs={languages().map((code) => ({ id: code, label: t(`common-language-${code}`) }))}
      chosen={shown}
      choose={show}
    >
      <Wait on={loaded}>
        {({ parts }) => (
          <article class="commitments-preview" lang={shown} aria-label={t("commitments-preview")}>
            {parts.map((part, at) => (
              <p key={at} class={`commitments-part-${part.kind}`} lang={part.language} dir="auto">
                {part.text}
              </p>
            ))}
          </article>
        )}
      </Wait>
    </Tabs>
  );
}
