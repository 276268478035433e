// What a page shows of the server: asked for once, anew whenever the server says that it has changed, and after a failure.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Changed } from "../../../console/api.ts";
import { get, type Refusal, queryOf, type Params } from "./api-client.ts";
import { changes } from "./live.ts";

export type Loaded<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string; readonly retry: () => void }
  | {
      readonly kind: "loaded";
      readonly value: T;
      /** While other parameters are being asked for, the former value stays. */
      readonly isStale: boolean;
      readonly reload: () => void;
    };

type State<T> = { readonly address: string } & (
  { readonly kind: "failed"; readonly message: string } | { readonly kind: "loaded"; readonly value: T }
);

/** `on`: what makes the answer old. */
export function useLoaded<T>(path: string, params: Params = {}, on: readonly Changed[] = []): Loaded<T> {
  const address = `${path}${queryOf(params)}`;
  const [state, setState] = useState<State<T>>();
  const [tries, setTries] = useState(0);
  const [failure, setFailure] = useState<Refusal>();
  const latest = useRef<State<T> | undefined>(undefined);
  const version = on.map((kind) => changes[kind].value).join();

  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const answer = await get<T>(address, {}, stop.signal);
      if (stop.signal.aborted) return;
      setFailure(answer.kind === "failed" ? answer : undefined);
      const next: State<T> =
        answer.kind === "ok"
          ? { address, kind: "loaded", value: answer.value }
          : { address, kind: "failed", message: answer.message };
      const former = latest.current;
      // What is shown stays where a live update fails: it is asked for again, and where there is no connection the
      // notice of the frame says so.
      const isKept = former?.kind === "loaded" && former.address === address;
      if (next.kind === "failed" && isKept) return;
      latest.current = next;
      setState(next);
    };
    void load();
    return () => stop.abort();
  }, [address, version, tries]);

  const again = () => setTries((count) => count + 1);
  useRetry(failure, again);
  if (state === undefined) return { kind: "loading" };
  if (state.kind === "failed") {
    return state.address === address ? { kind: "failed", message: state.message, retry: again } : { kind: "loading" };
  }
  return {
    kind: "loaded",
    value: state.value,
    isStale: state.address !== address,
    reload: again,
  };
}

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;

/** `failure` is another one each time, and undefined as soon as there is an answer. */
function useRetry(failure: Refusal | undefined, again: () => unknown): void {
  const pauseMs = useRef(FIRST_PAUSE_MS);
  useEffect(() => {
    if (failure === undefined) pauseMs.current = FIRST_PAUSE_MS;
    if (failure === undefined || !isPassing(failure)) return;
    const timer = setTimeout(again, pauseMs.current);
    pauseMs.current = Math.min(pauseMs.current * 2, LONGEST_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [failure]);
}

/** A refusal of the question itself stays one. */
function isPassing({ status }: Refusal): boolean {
  return status === undefined || status >= 500;
}
