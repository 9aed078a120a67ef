// Who is signed in, and what is asked of them besides a password.

import { useEffect, useRef, useState } from "preact/hooks";
import { who } from "../../me";
import { Badge, Confirm, Facts, Panel, tell, View, Wait } from "../../parts";
import { settings } from "../../settings";
import { useLoad, useSend } from "../../use";
import { t } from "../../words";
import { hasApp, newSecret, switchOff } from "./pool";
import { Refused, SetUp } from "./SetUp";
import "./account.css";

export default function Account() {
  const person = who();
  const app = useLoad(hasApp, []);
  const facts: [string, string][] = [
    [t("account-name"), person.name],
    [t("account-email"), person.email],
    [t("account-role"), t(`common-role-${person.role}`)],
  ];
  return (
    <View title={t("account-title")}>
      <Facts facts={facts} />
      <Panel title={t("account-app")} note={t("account-app-note")}>
        <Wait on={app}>{(isOn) => <App wasOn={isOn} />}</Wait>
      </Panel>
    </View>
  );
}

function App({ wasOn }: { wasOn: boolean }) {
  const [isOn, setOn] = useState(wasOn);
  const [secret, setSecret] = useState("");
  const begin = useSend(newSecret);
  const [isBack, comeBack] = useState(false);
  const state = useRef<HTMLParagraphElement>(null);
  // The button that was pressed last is not there any more.
  useEffect(() => {
    if (isBack) state.current?.focus();
  }, [isBack, isOn]);

  const start = async () => {
    comeBack(false);
    setSecret((await begin.send()) ?? "");
  };
  const close = () => {
    setSecret("");
    comeBack(true);
  };
  const isRequired = settings().sign_in.needs_app;
  if (secret)
    return (
      <SetUp
        secret={secret}
        cancel={close}
        done={() => {
          setOn(true);
          close();
          tell(t("account-on-done"));
        }}
      />
    );
  return (
    <div class="stack">
      <p tabIndex={-1} ref={state} class="account-state">
        <Badge tone={isOn ? "strong" : "plain"}>{t(isOn ? "account-on" : "account-off")}</Badge>
        <span>{t(isOn ? "account-on-why" : "account-off-why")}</span>
      </p>
      {isOn && isRequired && <p class="quiet">{t("account-required")}</p>}
      <Refused problem={begin.problem} />
      <div class="actions">
        <button type="button" class={isOn ? "second" : ""} aria-disabled={begin.sending} onClick={start}>
          {begin.sending ? t("common-one-moment") : t(isOn ? "account-move" : "account-set-up")}
        </button>
        {isOn && !isRequired && (
          <Confirm
            what={t("account-switch-off")}
            say={t("account-switch-off-say")}
            act={async () => {
              await switchOff();
              setOn(false);
              comeBack(true);
              tell(t("account-off-done"));
            }}
          />
        )}
      </div>
      <p class="quiet account-lost">{t("account-lost")}</p>
    </div>
  );
}
