// Writes a commitment: its texts by language, how far it is, and whose it is. What the public reads stays as it is.

import { useState } from "preact/hooks";
import { api, told } from "../../api";
import { useDraft } from "../../draft";
import { themeName, who } from "../../me";
import { Choice, Field, Panel, ProblemBox, tell } from "../../parts";
import { asProblem, type Problem } from "../../problem";
import { refusal } from "../../refused";
import { t } from "../../words";
import { Meanwhile } from "./Meanwhile";
import { Texts } from "./Texts";
import { DAY_OF, fieldName, type One, STATUSES } from "./told";
import { asFields, changedFields, kept, overtaken, problemAt, type Typed } from "./typed";

type Wrong = { field: string; reason: string }[];
const NOTHING: Typed = { fields: {}, over: {} };

export function Editor({ one, saved }: { one: One; saved: (one: One) => void }) {
  const id = one.line.id;
  const [typed, type, forget] = useDraft<Typed>(`commitment-${id}`, NOTHING);
  const [wrong, setWrong] = useState<Wrong>([]);
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const [theirs, setTheirs] = useState<One>();
  const changed = changedFields(one, typed);
  const value = (field: string) => typed.fields[field] ?? kept(one, field);
  const change = (field: string, next: string) => {
    setWrong(wrong.filter((at) => at.field !== field));
    const over = { ...typed.over, [field]: typed.over[field] ?? kept(one, field) };
    type({ fields: { ...typed.fields, [field]: next }, over });
  };
  const path = { params: { path: { commitment_id: id } } };
  // What was typed before a reload may stand over what somebody else wrote since.
  const conflict = theirs ?? (overtaken(one, typed).length > 0 ? one : undefined);

  const save = async () => {
    if (sending || changed.length === 0 || conflict) return;
    setSending(true);
    setProblem(undefined);
    setWrong([]);
    const fields = asFields(Object.fromEntries(changed.map((field) => [field, typed.fields[field] ?? ""])));
    try {
      const next = await told(
        api.POST("/api/staff/commitments/{commitment_id}", { ...path, body: { seen: one.state, fields } }),
      );
      forget();
      saved(next);
      tell(t(next.line.state === "changed" ? "commitments-saved-public" : "commitments-saved"));
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 409) await look();
      else if (refused.status === 400) await check(fields, refused);
      else setProblem(refused);
    } finally {
      setSending(false);
    }
  };

  const look = async () => {
    try {
      setTheirs(await told(api.GET("/api/staff/commitments/{commitment_id}", path)));
    } catch (error) {
      setProblem(asProblem(error));
    }
  };

  const check = async (fields: ReturnType<typeof asFields>, refused: Problem) => {
    try {
      const { problems } = await told(
        api.POST("/api/staff/commitments/{commitment_id}/check", { ...path, body: { id: "", fields } }),
      );
      setWrong(problems.length > 0 ? problems : [refused]);
    } catch {
      setWrong([refused]);
    }
  };

  const accept = (next: One, drop: string[]) => {
    const left = Object.keys(typed.fields).filter((field) => !drop.includes(field));
    type({
      fields: Object.fromEntries(left.map((field) => [field, typed.fields[field] ?? ""])),
      over: Object.fromEntries(left.map((field) => [field, kept(next, field)])),
    });
    setTheirs(undefined);
    saved(next);
  };

  return (
    <Panel title={t("commitments-texts")} note={t("commitments-texts-note")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {conflict && <Meanwhile was={one} now={conflict} typed={typed} accept={accept} />}
        <About value={value} change={change} wrong={wrong} />
        <Texts status={value("status")} value={value} change={change} problems={wrong} limits={one.limits} />
        <AllWrong wrong={wrong} />
        <ProblemBox problem={problem} />
        <div class="actions commitments-save">
          <button type="submit" aria-disabled={sending || changed.length === 0}>
            {sending ? t("common-saving") : t("commitments-save")}
          </button>
          {changed.length > 0 && (
            <button type="button" class="second" onClick={forget}>
              {t("commitments-forget", { n: changed.length })}
            </button>
          )}
        </div>
      </form>
    </Panel>
  );
}

interface AboutProps {
  value: (field: string) => string;
  change: (field: string, value: string) => void;
  wrong: Wrong;
}

/** How far it is, when, about what, and whose. */
export function About({ value, change, wrong }: AboutProps) {
  const dated = DAY_OF[value("status") as keyof typeof DAY_OF];
  const field = (name: string) => ({
    label: t(`commitments-field-${name}`),
    value: value(name),
    change: (next: string) => change(name, next),
    problem: problemAt(wrong, name),
  });
  const themes = who().themes.map((one) => ({ value: one.id, label: themeName(one.id) }));
  return (
    <div class="commitments-about">
      <Choice
        {...field("status")}
        options={STATUSES.map((one) => ({ value: one, label: t(`commitments-status-${one}`) }))}
      />
      {dated && <Field {...field(dated)} type="date" />}
      <Choice {...field("theme")} options={[{ value: "", label: t("commitments-no-theme") }, ...themes]} />
      <Field {...field("owner")} type="email" list="commitments-people" />
      <datalist id="commitments-people">
        {who().people.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}

/** Everything that was refused, read out at once; each stands at its field, too. */
export function AllWrong({ wrong }: { wrong: Wrong }) {
  if (wrong.length === 0) return null;
  return (
    <div class="problem" role="alert">
      <p class="problem-title">{t("commitments-wrong", { n: wrong.length })}</p>
      <ul>
        {wrong.map((one) => (
          <li key={one.field + one.reason}>
            <b>{fieldName(one.field)}</b>: <span lang={refusal(one).lang}>{refusal(one).words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
