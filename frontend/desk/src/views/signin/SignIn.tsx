// Where nobody is signed in: one sentence and one button.

import { useEffect, useState } from "preact/hooks";
import { signIn } from "../../auth";
import { settings } from "../../settings";
import { Frame } from "../../shell";
import { t } from "../../words";

export function SignIn({ why }: { why?: "over" | "failed" | undefined }) {
  const { company } = settings();
  const [failed, fail] = useState(why === "failed");
  useEffect(() => {
    document.title = `${t("shell-desk")} · ${company}`;
  });
  return (
    <Frame>
      <div class="view narrow-view">
        <h1>{t("shell-desk")}</h1>
        <p class="lead">{t(why === "over" ? "shell-signin-over" : "shell-signin-lead", { company })}</p>
        {failed && (
          <p class="problem" role="alert">
            {t("shell-signin-failed")}
          </p>
        )}
        <button type="button" onClick={() => signIn().catch(() => fail(true))}>
          {t("shell-sign-in")}
        </button>
      </div>
    </Frame>
  );
}
