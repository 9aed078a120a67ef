// What a slice says about its views. See routes.ts for how they are found.

import { type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "./me";
import { Loading, ProblemBox } from "./parts/states";
import { asProblem, Offline, type Problem } from "./problem";

export type Params = Record<string, string | undefined>;

export interface Route {
  /** "/answers", "/answers/:id": parameters come as the property `params`. */
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: a view names the parameters of its own path
  view: ComponentType<any>;
  roles: readonly Role[];
  /** The key of its name in the navigation; without one it has no place there. */
  nav?: string;
}

export const ALL: readonly Role[] = ["manager", "owner", "viewer"];
export const OWNERS: readonly Role[] = ["manager", "owner"];
export const MANAGERS: readonly Role[] = ["manager"];

/** A view whose code is fetched when it is first opened: `view: lazy(() => import("./Feed"))` with a default export. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export function lazy<P>(load: () => Promise<{ default: ComponentType<any> }>): ComponentType<P> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  let loaded: ComponentType<any> | undefined;
  return function Lazy(props: P) {
    const [, drawn] = useState(0);
    const [problem, setProblem] = useState<Problem>();
    const fetchIt = () => {
      setProblem(undefined);
      load().then(
        (found) => {
          loaded = found.default;
          drawn((n) => n + 1);
        },
        // A file that cannot be had: no connection, or the desk was deployed anew and its name changed.
        (error) => setProblem(navigator.onLine ? asProblem(error) : new Offline()),
      );
    };
    useEffect(() => {
      if (!loaded) fetchIt();
    }, []);
    if (loaded) return h(loaded, props as object);
    return problem ? h(ProblemBox, { problem, again: () => location.reload() }) : h(Loading, null);
  };
}
