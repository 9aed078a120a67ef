// Signed in, but nobody said yet as what.

import { useEffect } from "preact/hooks";
import { signOut } from "../../auth";
import { settings } from "../../settings";
import { Frame } from "../../shell";
import { t } from "../../words";

export function NoRole() {
  const { company, contact } = settings();
  useEffect(() => {
    document.title = `${t("shell-no-role")} · ${company}`;
  });
  return (
    <Frame>
      <div class="view narrow-view">
        <h1>{t("shell-no-role")}</h1>
        <p class="lead">{t("shell-no-role-why", { company })}</p>
        {contact && (
          <p>
            <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        )}
        <div class="actions">
          <button type="button" onClick={() => location.reload()}>
            {t("common-try-again")}
          </button>
          <button type="button" class="second" onClick={() => signOut()}>
            {t("shell-sign-out")}
          </button>
        </div>
      </div>
    </Frame>
  );
}
