// A new commitment: what customers said comes first. Nobody outside reads it before it is published.

import { useState } from "preact/hooks";
import { api, told } from "../../api";
import { useDraft } from "../../draft";
import { go } from "../../location";
import { Field, Panel, ProblemBox, tell, View } from "../../parts";
import { asProblem, type Problem } from "../../problem";
import { t } from "../../words";
import { About, AllWrong } from "./Editor";
import { Texts } from "./Texts";
import { asFields, problemAt } from "./typed";
import "./commitments.css";

const LIMITS = { title: 120, text: 1000 };

export default function New() {
  const [fields, type, forget] = useDraft<Record<string, string>>("commitment-new", { status: "heard" });
  const [wrong, setWrong] = useState<{ field: string; reason: string }[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const value = (field: string) => fields[field] ?? "";
  const change = (field: string, next: string) => {
    setWrong(wrong.filter((at) => at.field !== field));
    type({ ...fields, [field]: next });
  };
  const save = async () => {
    if (sending) return;
    setSending(true);
    setProblem(undefined);
    const { id = "", ...rest } = fields;
    const body = { id: id.trim(), fields: asFields(rest) };
    try {
      const found = await told(api.POST("/api/staff/commitments/_check", { body }));
      setWrong(found.problems);
      if (found.problems.length > 0) return;
      const added = await told(api.POST("/api/staff/commitments", { body }));
      forget();
      go(`/commitments/${added.line.id}`);
      setTimeout(() => tell(t("commitments-added")), 100);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <View
      title={t("commitments-new")}
      lead={t("commitments-new-lead")}
      back={{ to: "/commitments", label: t("commitments-title") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Panel title={t("commitments-about")}>
          <Field
            label={t("commitments-field-id")}
            hint={t("commitments-hint-id")}
            value={value("id")}
            change={(next) => change("id", next)}
            problem={problemAt(wrong, "id")}
            spellcheck={false}
            autocapitalize="none"
          />
          <About value={value} change={change} wrong={wrong} />
        </Panel>
        <Panel title={t("commitments-texts")} note={t("commitments-texts-note")}>
          <Texts status={value("status")} value={value} change={change} problems={wrong} limits={LIMITS} />
          <AllWrong wrong={wrong} />
          <ProblemBox problem={problem} />
          <div class="actions commitments-save">
            <button type="submit" aria-disabled={sending}>
              {sending ? t("common-saving") : t("commitments-add")}
            </button>
          </div>
        </Panel>
      </form>
    </View>
  );
}
