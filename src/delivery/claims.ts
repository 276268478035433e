// The right to handle what this process has claimed: renewed while it lives, given up when the database cannot be told so.
import { setMaxListeners } from "node:events";
import { CLAIM_MS, type Inbox } from "../store/inbox/inbox.ts";
import { OutsideError } from "../runtime/errors.ts";
import type { Log } from "../runtime/log.ts";
import type { Sleep } from "../runtime/sleep.ts";

export interface Claims {
  /** Aborted when others may take over what is being handled now: nothing more may be sent for it. */
  signal(): AbortSignal;
  /** Throws OutsideError where that is so by now, even when no timer has found out yet: for the moment before a call. */
  check(): void;
  /** Renews until `signal` is aborted; never rejects. */
  keep(signal: AbortSignal): Promise<void>;
}

export interface ClaimsOptions {
  readonly inbox: Pick<Inbox, "renew">;
  readonly log: Log;
  readonly now: () => number;
  readonly sleep: Sleep;
}

const RENEW_MS = 5_000;
const LOOK_MS = 1_000;
/** A call to MAX that has just begun needs some time before others begin the same. */
const LAPSE_MS = CLAIM_MS - 3_000;

export function createClaims({ inbox, log, now, sleep }: ClaimsOptions): Claims {
  let current = newPeriod();
  let renewedAt = now();
  let triedAt = Number.NEGATIVE_INFINITY;
  let renewal: Promise<void> | undefined;
  let isKept = false;

  async function renew(): Promise<void> {
    const at = now();
    try {
      await inbox.renew();
      renewedAt = at;
      if (current.signal.aborted) current = newPeriod();
    } catch (error) {
      log.warn({ err: error }, "The claims on updates cannot be renewed; trying again");
    }
  }

  /** Beside the renewals, since one of them may hang. */
  function lapseWhenOverdue(): void {
    if (current.signal.aborted || now() - renewedAt < LAPSE_MS) return;
    log.error({}, "The claims on updates have lapsed: nothing is sent until the database is back");
    current.abort();
  }

  return {
    signal: () => current.signal,
    check: () => {
      if (isKept) lapseWhenOverdue();
      if (!current.signal.aborted) return;
      throw new OutsideError("Calling MAX: the claims on updates have lapsed", {
        isRetryable: true,
      });
    },
    keep: async (signal) => {
      renewedAt = now();
      isKept = true;
      while (!signal.aborted) {
        if (renewal === undefined && now() - triedAt >= RENEW_MS) {
          triedAt = now();
          renewal = renew().finally(() => {
            renewal = undefined;
          });
        }
        await sleep(LOOK_MS, signal);
        lapseWhenOverdue();
      }
    },
  };
}

function newPeriod(): AbortController {
  const controller = new AbortController();
  // Every lane listens; Node would take more than ten for a leak.
  setMaxListeners(0, controller.signal);
  return controller;
}
