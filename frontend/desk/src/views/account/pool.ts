// What whoever is signed in asks the user pool about themselves: with their own token and past our API, so that neither
// a secret nor a code is ever in our hands.

import * as auth from "../../auth";
import { online } from "../../online";
import { Offline, Problem } from "../../problem";
import { settings } from "../../settings";

const GIVE_UP_AFTER = 20_000; // ms without an answer
const APP = "SOFTWARE_TOKEN_MFA";
const WRONG_CODE = ["EnableSoftwareTokenMFAException", "CodeMismatchException", "ExpiredCodeException"];
const TOO_MANY = ["TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"];
const OVER = ["NotAuthorizedException", "UserNotFoundException", "PasswordResetRequiredException"];

interface Told {
  __type?: string;
  UserMFASettingList?: string[];
  SecretCode?: string;
  Status?: string;
}

/** Whether a code from an app is asked for when they sign in. */
export async function hasApp(signal: AbortSignal): Promise<{ data: boolean }> {
  const told = await ask("GetUser", {}, signal);
  return { data: (told.UserMFASettingList ?? []).includes(APP) };
}

/** A new secret for an app; the one before it holds until a code of the new one was shown. */
export async function newSecret(): Promise<{ data: string }> {
  return { data: (await ask("AssociateSoftwareToken", {})).SecretCode ?? "" };
}

/** Shows that the app has the secret, and has its codes asked for from then on. Throws a Problem about the field `code`
 * where it was another, and one with the status 429 after too many of them. */
export async function switchOn(code: string): Promise<{ data: true }> {
  const told = await ask("VerifySoftwareToken", { UserCode: code, FriendlyDeviceName: "Sayso" });
  if (told.Status !== "SUCCESS") throw new Problem(400, "code", "");
  await ask("SetUserMFAPreference", { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
  return { data: true };
}

export async function switchOff(): Promise<void> {
  await ask("SetUserMFAPreference", { SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false } });
}

/** What an app reads from the drawing. */
export function uriOf(secret: string, company: string, email: string): string {
  const query = new URLSearchParams({ secret, issuer: company });
  // Not every app takes a + for a space
  return `otpauth://totp/${encodeURIComponent(company)}:${encodeURIComponent(email)}?${query}`.replaceAll("+", "%20");
}

async function ask(action: string, given: Record<string, unknown>, signal?: AbortSignal): Promise<Told> {
  const [ok, told] = await reach(action, given, signal);
  if (ok) return told;
  if (!OVER.includes(kindOf(told))) throw refusal(told);
  if (await auth.renew()) {
    const [isOkNow, again] = await reach(action, given, signal);
    if (isOkNow) return again;
    if (!OVER.includes(kindOf(again))) throw refusal(again);
  }
  auth.session.set("over");
  throw new Problem(401, "", "");
}

async function reach(action: string, given: Record<string, unknown>, signal?: AbortSignal): Promise<[boolean, Told]> {
  const headers = {
    "Content-Type": "application/x-amz-json-1.1",
    "X-Amz-Target": `AWSCognitoIdentityProviderService.${action}`,
  };
  const body = JSON.stringify({ ...given, AccessToken: auth.token() });
  const within = AbortSignal.timeout(GIVE_UP_AFTER);
  try {
    const response = await fetch(settings().sign_in.pool, {
      method: "POST",
      headers,
      body,
      cache: "no-store",
      credentials: "omit",
      signal: signal ? AbortSignal.any([signal, within]) : within,
    });
    online.set(true);
    const told = (await response.json().catch(() => ({}))) as Told;
    return [response.ok, told];
  } catch (error) {
    if (signal?.aborted) throw error;
    online.set(false);
    throw new Offline();
  }
}

function kindOf(told: Told): string {
  return told.__type?.split("#").at(-1) ?? "";
}

function refusal(told: Told): Problem {
  const kind = kindOf(told);
  if (WRONG_CODE.includes(kind)) return new Problem(400, "code", "");
  if (TOO_MANY.includes(kind)) return new Problem(429, "", "");
  return new Problem(500, "", ""); // what is none of the reader's doing is told as such
}
