// Where one is: everything behind the #, path and query. The query is no part of the page's own address, so that what
// somebody filters by reaches no log of the site, and does not follow into the next view.

import { useEffect, useState } from "preact/hooks";
import type { BaseLocationHook, BaseSearchHook } from "wouter-preact";
import { hush } from "./parts/Done";
import { arrive } from "./parts/View";

export type Query = Record<string, string>;

function here(): { path: string; query: string } {
  const [path = "", query = ""] = location.hash.replace(/^#?\/?/, "").split("?", 2);
  return { path: `/${path}`, query };
}

let last = here().path;

// Before any component hears of it, so that the heading of the next view knows that it is arrived at.
function notice(): void {
  if (here().path === last) return;
  last = here().path;
  hush();
  arrive();
}

addEventListener("popstate", notice);
addEventListener("hashchange", notice);

/** Goes to a view: `go("/answers?survey=ticket")`. */
export function go(to: string, options: { replace?: boolean } = {}): void {
  const oldURL = location.href;
  const hash = `#${to.startsWith("/") ? to : `/${to}`}`;
  history[options.replace ? "replaceState" : "pushState"](null, "", location.pathname + hash);
  dispatchEvent(new HashChangeEvent("hashchange", { oldURL, newURL: location.href }));
}

function useHash(part: "path" | "query"): string {
  const [value, see] = useState(() => here()[part]);
  useEffect(() => {
    const look = () => see(here()[part]);
    addEventListener("hashchange", look);
    addEventListener("popstate", look);
    look();
    return () => {
      removeEventListener("hashchange", look);
      removeEventListener("popstate", look);
    };
  }, []);
  return value;
}

/** For wouter's Router. */
export const usePath: BaseLocationHook = () => [useHash("path"), go];
export const useSearch: BaseSearchHook = () => useHash("query");
export const toHref = (path: string): string => `#${path}`;

/** What a view is filtered by, kept in its address: `const [query, setQuery] = useQuery()`. Setting leaves out what is
 * empty, and takes no step in the browser's history. */
export function useQuery(): [Query, (change: Query) => void] {
  const query = Object.fromEntries(new URLSearchParams(useHash("query")));
  return [
    query,
    (change) => {
      const next = Object.entries({ ...query, ...change }).filter(([, value]) => value !== "");
      const text = new URLSearchParams(next).toString();
      go(here().path + (text && `?${text}`), { replace: true });
    },
  ];
}
