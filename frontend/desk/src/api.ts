// The staff API, with the types of its own document. What it refuses is thrown as a Problem.

import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./api.gen";
import * as auth from "./auth";
import { online } from "./online";
import { Offline, Problem } from "./problem";

// ms without an answer. The API gives one within 30 seconds, be it that it took too long: who waits less than that never
// learns what became of a change that was made.
const GIVE_UP_AFTER = 31_000;

export { Offline, Problem } from "./problem";

interface Refusal {
  error?: { field?: string; reason?: string };
}

async function ask(request: Request): Promise<Response> {
  const again = request.clone(); // a body can be read once
  const response = await reach(request);
  if (response.status !== 401) return response;
  if (await auth.renew()) {
    const second = await reach(again);
    if (second.status !== 401) return second;
  }
  auth.session.set("over");
  return response;
}

async function reach(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${auth.token()}`);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(GIVE_UP_AFTER)]);
  try {
    const response = await fetch(new Request(request, { headers, signal, cache: "no-store" }));
    online.set(true);
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error; // nobody waits for it any more
    online.set(false);
    throw new Offline();
  }
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const said = (await response
      .clone()
      .json()
      .catch(() => ({}))) as Refusal;
    throw new Problem(response.status, said.error?.field ?? "", said.error?.reason ?? "");
  },
};

/** `api.GET("/api/staff/…", { params, signal })` and `api.POST(…, { body })`. Give what they return to `useLoad`, or
 * take it apart with `told`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: ask });
api.use(refusals);

/** What was answered: `const found = await told(api.GET(…))`. Throws Problem. */
export async function told<T>(asked: Promise<{ data?: T }>): Promise<T> {
  return (await asked).data as T;
}
