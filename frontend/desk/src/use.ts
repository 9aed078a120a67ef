// How a view gets what it shows and sends what was typed. Nothing is asked for but what a person opened.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { session } from "./auth";
import { asProblem, Offline, type Problem } from "./problem";

/** What openapi-fetch resolves to; `api` has thrown where there is no data. */
type Answer<T> = Promise<{ data?: T }>;

export interface Loaded<T> {
  data: T | undefined;
  problem: Problem | undefined;
  /** True while nothing is there yet; what is there stays while it is asked for again. */
  loading: boolean;
  /** Asks once more. */
  again: () => void;
}

/** `const answer = useLoad((signal) => api.GET("/api/staff/x", { signal }), [id])`: asks when a dependency changes. */
export function useLoad<T>(load: (signal: AbortSignal) => Answer<T>, deps: unknown[]): Loaded<T> {
  const [state, set] = useState<{ data?: T; problem?: Problem; loading: boolean }>({ loading: true });
  const [turn, next] = useState(0);
  const again = useCallback(() => next((n) => n + 1), []);
  const key = JSON.stringify(deps);
  const shownKey = useRef(key);

  useEffect(() => {
    const stop = new AbortController();
    const isSame = shownKey.current === key;
    shownKey.current = key;
    set((now) => (isSame ? { data: now.data, loading: now.data === undefined } : { loading: true }));
    load(stop.signal).then(
      ({ data }) => !stop.signal.aborted && set({ data, loading: false }),
      (error) => {
        if (!stop.signal.aborted) set((now) => ({ data: now.data, problem: asProblem(error), loading: false }));
      },
    );
    return () => stop.abort();
  }, [key, turn]);

  useReconnect(state.problem, again);
  return { data: state.data, problem: state.problem, loading: state.loading, again };
}

export interface Page<I> {
  items: I[];
  next: string;
}

export interface Pages<P extends Page<unknown>> {
  items: P["items"];
  /** The cursor of what follows; empty at the end. */
  next: string;
  /** Fetches the next page. */
  more: () => void;
  loading: boolean;
  problem: Problem | undefined;
  /** Begins again from the first page. */
  again: () => void;
  /** The newest answer whole, for what stands beside its items. */
  last: P | undefined;
  /** Puts another in the place of the items that `is` finds: after one was changed. `undefined` takes it out. */
  put: (is: (item: P["items"][number]) => boolean, other: P["items"][number] | undefined) => void;
}

/** `usePages((after, signal) => api.GET("/api/staff/x", { params: { query: { after } }, signal }), [filter])` */
export function usePages<P extends Page<unknown>>(
  load: (after: string, signal: AbortSignal) => Answer<P>,
  deps: unknown[],
): Pages<P> {
  type I = P["items"][number];
  const [items, setItems] = useState<I[]>([]);
  const [last, setLast] = useState<P>();
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(true);
  const [turn, next] = useState(0);
  const key = JSON.stringify(deps);
  const stop = useRef(new AbortController());

  const fetchPage = (after: string, signal: AbortSignal) => {
    setLoading(true);
    setProblem(undefined);
    load(after, signal).then(
      ({ data }) => {
        if (signal.aborted || !data) return;
        setItems((now) => (after ? [...now, ...data.items] : data.items));
        setLast(data);
        setLoading(false);
      },
      (error) => {
        if (signal.aborted) return;
        setProblem(asProblem(error));
        setLoading(false);
      },
    );
  };

  useEffect(() => {
    stop.current = new AbortController();
    setItems([]);
    setLast(undefined);
    fetchPage("", stop.current.signal);
    return () => stop.current.abort();
  }, [key, turn]);

  const again = useCallback(() => next((n) => n + 1), []);
  const more = () => {
    if (!loading && last?.next) fetchPage(last.next, stop.current.signal);
  };
  const put = (is: (item: I) => boolean, other: I | undefined) =>
    setItems((now) => now.flatMap((one) => (is(one) ? (other === undefined ? [] : [other]) : [one])));
  useReconnect(problem, last ? more : again);
  return { items, next: last?.next ?? "", more, loading, problem, again, last, put };
}

export interface Sending<A extends unknown[], T> {
  /** Does it; resolves to what came back, or undefined where it was refused (see `problem`). */
  send: (...args: A) => Promise<T | undefined>;
  sending: boolean;
  problem: Problem | undefined;
  /** Forgets the problem: something else was typed. */
  clear: () => void;
}

/** A change: `const close = useSend((body: CloseBody) => api.POST("/api/staff/x", { body }))`. Twice pressed is once sent. */
export function useSend<A extends unknown[], T>(act: (...args: A) => Answer<T>): Sending<A, T> {
  const [sending, set] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const under = useRef(false);
  const send = async (...args: A) => {
    if (under.current) return undefined;
    under.current = true;
    set(true);
    setProblem(undefined);
    try {
      return (await act(...args)).data;
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      under.current = false;
      set(false);
    }
  };
  return { send, sending, problem, clear: () => setProblem(undefined) };
}

/** Runs something every so many seconds, but only while the page is looked at, online and signed in. */
export function usePolling(run: () => void, seconds: number): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const timer = setInterval(() => {
      const isWatched = document.visibilityState === "visible" && session.get() === "in";
      if (isWatched && navigator.onLine !== false) latest.current();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
}

/** What failed because the network was away is asked for again when it is back. */
function useReconnect(problem: Problem | undefined, again: () => void): void {
  useEffect(() => {
    if (!(problem instanceof Offline)) return undefined;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [problem]);
}
