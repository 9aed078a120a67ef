// Puts answers behind a commitment: whose answers they are, is who will be told when it is done.

import { useState } from "preact/hooks";
import { api, told } from "../../api";
import { inOurs } from "../../me";
import { Chips, Dialog, Empty, More, ProblemBox, tell } from "../../parts";
import { usePages, useSend } from "../../use";
import { t } from "../../words";
import { type Line, referenceOf } from "./told";

interface Props {
  lines: Line[];
  open: boolean;
  close: () => void;
  done?: () => void;
}

export function LinkDialog({ lines, open, close, done }: Props) {
  return (
    <Dialog title={t("answers-link")} open={open} close={close} actions={[]}>
      {open && <Open lines={lines} close={close} done={done ?? close} />}
    </Dialog>
  );
}

function Open({ lines, close, done }: { lines: Line[]; close: () => void; done: () => void }) {
  const [chosen, choose] = useState("");
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/commitments", { params: { query: { after } }, signal }),
    [],
  );
  const open = pages.items.filter((one) => one.status !== "declined");
  const link = useSend(async (commitment_id: string) => {
    const path = { commitment_id };
    const data = await told(
      api.POST("/api/staff/commitments/{commitment_id}/answers", {
        params: { path },
        body: { add: lines.map(referenceOf), remove: [] },
      }),
    );
    return { data };
  });
  const send = async () => {
    const found = chosen ? await link.send(chosen) : undefined;
    if (!found) return;
    close();
    tell(t("answers-linked", { n: lines.length, voices: found.voices }));
    done();
  };
  return (
    <>
      <p>{t("answers-link-say", { n: lines.length })}</p>
      {open.length > 0 && (
        <Chips
          label={t("answers-link-to")}
          one
          options={open.map((one) => ({ value: one.id, label: inOurs(one.title) || one.id }))}
          chosen={[chosen]}
          change={([id]) => choose(id ?? "")}
        />
      )}
      {open.length === 0 && pages.last && !pages.next && <Empty title={t("answers-link-none")} />}
      <More pages={pages} />
      <ProblemBox problem={link.problem} />
      <div class="actions">
        <button type="button" aria-disabled={link.sending || !chosen} onClick={send}>
          {link.sending ? t("common-one-moment") : t("answers-link")}
        </button>
        <button type="button" class="second" onClick={close}>
          {t("common-cancel")}
        </button>
      </div>
    </>
  );
}
