// Signing in and out. Tokens live in memory and nowhere else: what runs on this page later cannot find them on disk, and
// a closed tab forgets them. A reload signs in again by itself where the sign-in page still knows the browser.

import { ErrorResponse, OidcClient, type SigninResponse, WebStorageStateStore } from "oidc-client-ts";
import { forgetDrafts } from "./draft";
import { Offline } from "./problem";
import { settings } from "./settings";
import { store } from "./store";

export type Session = "out" | "in" | "over";

/** `over`: somebody was signed in here, and the API takes their token no more. */
export const session = store<Session>("out");

const WAS_IN = "sayso-was-in";
// With the file's name: the bucket behind the site knows no index pages, and the sign-in page sends back nowhere else.
const HOME = `${location.origin}${import.meta.env.BASE_URL}index.html`; // the one address the sign-in page sends back to

const GIVE_UP_AFTER = 10; // seconds without an answer

interface Return {
  to: string;
}

let asks: OidcClient | undefined;
let held: SigninResponse | undefined;
let renewing: Promise<boolean> | undefined;

// Not the library's UserManager, which brings frames and windows that the policy forbids, and weighs twice as much.
function client(): OidcClient {
  if (asks) return asks;
  const { sign_in: at } = settings();
  asks = new OidcClient({
    authority: at.authority,
    // Given, not fetched: one request less, and the policy need name no further host.
    metadata: {
      issuer: at.authority,
      authorization_endpoint: at.authorization_endpoint,
      token_endpoint: at.token_endpoint,
      revocation_endpoint: at.revocation_endpoint,
    },
    client_id: at.client_id,
    redirect_uri: HOME,
    response_type: "code",
    scope: at.scope ?? "openid email profile aws.cognito.signin.user.admin",
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    loadUserInfo: false,
  });
  return asks;
}

/** Signs in if we come back from the sign-in page, or were signed in here before. Resolves to whether a page is shown:
 * false while the browser is on its way to the sign-in page. Throws where signing in failed. */
export async function resume(): Promise<boolean> {
  const query = new URLSearchParams(location.search);
  if (query.has("state") && (query.has("code") || query.has("error"))) {
    const here = location.href;
    history.replaceState(null, "", location.pathname + location.hash);
    try {
      held = await client().processSigninResponse(here);
      const back = (held.userState as Return | undefined)?.to;
      if (back?.startsWith("#/")) history.replaceState(null, "", location.pathname + back);
      sessionStorage.setItem(WAS_IN, "1");
      session.set("in");
      return true;
    } catch (error) {
      sessionStorage.removeItem(WAS_IN);
      throw error;
    }
  }
  if (!sessionStorage.getItem(WAS_IN)) return true;
  // Once: if the sign-in page sends us back without a code, we ask before we go there again.
  sessionStorage.removeItem(WAS_IN);
  await signIn();
  return false;
}

/** Goes to the sign-in page and comes back to the view one is at. */
export async function signIn(): Promise<void> {
  const state: Return = { to: location.hash };
  const { url } = await client().createSigninRequest({ state });
  location.assign(url);
}

/** Ends the session here, at the sign-in page and for the tokens; what was typed and not sent goes too. */
export async function signOut(): Promise<void> {
  const { sign_in: at } = settings();
  sessionStorage.removeItem(WAS_IN);
  forgetDrafts();
  try {
    if (held?.refresh_token) await client().revokeToken(held.refresh_token, "refresh_token");
  } catch {
    // Offline or revoked before: the tokens are forgotten here either way, and end by themselves.
  }
  held = undefined;
  if (at.logout_endpoint) {
    const query = new URLSearchParams({ client_id: at.client_id, logout_uri: HOME });
    location.assign(`${at.logout_endpoint}?${query}`);
  } else {
    session.set("out");
    location.assign(HOME);
  }
}

/** The token the API takes; empty where nobody is signed in. */
export function token(): string {
  return held?.access_token ?? "";
}

/** Another token for the one the API did not take. False where there is none: the session is over then. Throws Offline
 * where nobody could be asked. */
export function renew(): Promise<boolean> {
  renewing ??= renewed().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renewed(): Promise<boolean> {
  if (!held?.refresh_token) return false;
  const { refresh_token, id_token, session_state, scope, profile } = held;
  const state = { refresh_token, id_token, session_state, scope, profile };
  try {
    const found = await client().useRefreshToken({ state, timeoutInSeconds: GIVE_UP_AFTER });
    // Cognito gives no other refresh token with it. Nothing is held any more where somebody signed out meanwhile.
    if (held) held = Object.assign(found, { refresh_token: found.refresh_token ?? refresh_token });
    return true;
  } catch (error) {
    if (error instanceof ErrorResponse) return false;
    throw new Offline();
  }
}
