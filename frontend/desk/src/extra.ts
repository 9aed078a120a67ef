// Views beyond those of the slices: none. The tests' build (`--mode gallery`) has gallery/index.tsx in this place.

import type { Route } from "./route";

export const routes: Route[] = [];
