// Setting up an app, on this page or another phone: scan or type the secret, and show that it arrived.

import { useEffect, useRef, useState } from "preact/hooks";
import { who } from "../../me";
import { Field, Form, ProblemBox } from "../../parts";
import type { Problem } from "../../problem";
import { settings } from "../../settings";
import { useSend } from "../../use";
import { t } from "../../words";
import { Code } from "./Code";
import { switchOn, uriOf } from "./pool";

interface Props {
  secret: string;
  done: () => void;
  cancel: () => void;
}

export function SetUp({ secret, done, cancel }: Props) {
  const [code, setCode] = useState("");
  const [isIncomplete, tellIncomplete] = useState(false);
  const { send, sending, problem, clear } = useSend(switchOn);
  const start = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  const wrong = isIncomplete ? t("account-code-incomplete") : problem?.field === "code" && t("account-code-wrong");
  useEffect(() => {
    if (wrong) field.current?.querySelector("input")?.focus();
  }, [wrong]);

  const submit = async () => {
    const typed = code.replaceAll(/\s/g, "");
    tellIncomplete(!/^\d{6}$/.test(typed));
    clear();
    if (/^\d{6}$/.test(typed) && (await send(typed))) done();
  };
  const uri = uriOf(secret, settings().company, who().email);
  return (
    <div class="account-set-up">
      <h3 tabIndex={-1} ref={start}>
        {t("account-set-up-title")}
      </h3>
      <ol>
        <li>{t("account-step-app")}</li>
        <li>
          <p>{t("account-step-scan")}</p>
          <Code text={uri} />
          <p class="account-here">
            <a href={uri}>{t("account-open-app")}</a>
          </p>
          <p>{t("account-step-type")}</p>
          <Secret secret={secret} />
        </li>
        <li>
          <Form
            label={t("account-switch-on")}
            send={submit}
            sending={sending}
            actions={
              <button type="button" class="second" onClick={cancel}>
                {t("common-cancel")}
              </button>
            }
          >
            <div ref={field} role="presentation" class="account-digits">
              <Field
                label={t("account-code")}
                hint={t("account-code-hint")}
                value={code}
                change={(typed) => {
                  tellIncomplete(false);
                  clear();
                  setCode(typed);
                }}
                problem={wrong || undefined}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={9}
              />
            </div>
            <Refused problem={problem} />
          </Form>
        </li>
      </ol>
    </div>
  );
}

function Secret({ secret }: { secret: string }) {
  const [copied, set] = useState<boolean>();
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      set(true);
    } catch {
      // Not allowed here: marked, so that the keyboard can.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      set(false);
    }
  };
  return (
    <div class="account-secret">
      <code ref={text} translate={false}>
        {secret.match(/.{1,4}/g)?.join(" ")}
      </code>
      <button type="button" class="second" onClick={copy}>
        {t("account-copy")}
      </button>
      <span class="quiet" role="status">
        {copied !== undefined && t(copied ? "account-copied" : "account-not-copied")}
      </span>
    </div>
  );
}

/** Why the pool did nothing, but for a wrong code, which stands at its field. */
export function Refused({ problem }: { problem: Problem | undefined }) {
  if (problem?.field === "code") return null;
  if (problem?.status !== 429) return <ProblemBox problem={problem} />;
  return (
    <p class="problem" role="alert">
      {t("account-too-many")}
    </p>
  );
}
