// Misbehaviour on demand: what a test can make the local MAX do wrong.
import type { UploadType } from "./uploads.ts";

/** The path is without the prefix and the query: `/messages`. */
interface CallMatch {
  readonly method: string;
  readonly path: string;
}

/**
 * An answer instead of the real one; or none: `hang` keeps the connection open, `cut` closes it before
 * anything is done, `cut-after` does what was asked and then loses the answer.
 */
export type FaultEffect = { readonly status: number; readonly body: unknown } | "hang" | "cut" | "cut-after";

interface Planned {
  readonly matches: (call: CallMatch) => boolean;
  readonly effect: FaultEffect;
}

export class Faults {
  /** Every update arrives twice. */
  duplicateUpdates = false;
  /** What polling without a marker yields; sources disagree, so a bot must live with both. */
  markerless: "since-commit" | "last-only" = "since-commit";
  /** What a tap tells about its message; live reports have all three. */
  tapMessage: "whole" | "without-chat-id" | "null" = "whole";
  /**
   * How a call is refused that names a message which was deleted, as a quotation or to be changed: `false` is HTTP 200 with
   * `success: false`. Undefined for what each method is thought to do.
   */
  goneMessage: 400 | 403 | 404 | false | undefined;
  /** For how many milliseconds after its upload a file is refused as not ready, by its type; Infinity is for ever. */
  slowUploads: Partial<Record<UploadType, number>> = {};
  /** How that is refused; `false` as above. */
  notReady: 400 | false = 400;
  #planned: readonly Planned[] = [];

  /** The next `times` calls that match fail as `effect` says; `match` may be partial, or a predicate. */
  next(match: Partial<CallMatch> | ((call: CallMatch) => boolean), effect: FaultEffect, times = 1): void {
    const matches =
      typeof match === "function"
        ? match
        : (call: CallMatch) => (match.method ?? call.method) === call.method && (match.path ?? call.path) === call.path;
    const planned = Array.from({ length: times }, () => ({ matches, effect }));
    this.#planned = [...this.#planned, ...planned];
  }

  /** The effect planned for this call, which is then used up. */
  take(call: CallMatch): FaultEffect | undefined {
    const hit = this.#planned.find((planned) => planned.matches(call));
    this.#planned = this.#planned.filter((planned) => planned !== hit);
    return hit?.effect;
  }
}
