// What the deployment says about itself, in /desk/settings.json: the company, and where one signs in.

export interface Settings {
  company: string;
  /** The languages the company writes in, the first one its own. The desk speaks all of its own in any case. */
  languages: string[];
  /** Formal or informal address by language. */
  address: Record<string, "formal" | "informal">;
  /** IANA name; days and times are the company's, wherever the reader is. */
  time_zone: string;
  /** Whom to ask for a role, if the company says so. */
  contact?: string;
  sign_in: {
    /** The issuer, as in the tokens. */
    authority: string;
    client_id: string;
    authorization_endpoint: string;
    token_endpoint: string;
    revocation_endpoint?: string;
    /** Where a session ends: gets `client_id` and `logout_uri`. */
    logout_endpoint?: string;
    scope?: string;
    /** The pool itself: who is signed in changes there how they sign in. */
    pool: string;
    /** Whether nobody gets in without a second factor, so that none can be switched off. */
    needs_app: boolean;
  };
}

let found: Settings | undefined;

export async function loadSettings(): Promise<Settings> {
  const response = await fetch(`${import.meta.env.BASE_URL}settings.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`settings.json: ${response.status}`);
  found = (await response.json()) as Settings;
  return found;
}

/** The settings, which main.tsx has loaded before anything is drawn. */
export function settings(): Settings {
  if (!found) throw new Error("settings.json is not loaded");
  return found;
}
