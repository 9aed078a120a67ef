// Whether there is a connection: what the browser says, and what the last request met.

import { store } from "./store";

export const online = store(navigator.onLine !== false);

addEventListener("online", () => online.set(true));
addEventListener("offline", () => online.set(false));
