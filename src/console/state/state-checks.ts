// What the program notices of itself, in words for somebody who is no programmer.
import type { InboxSize } from "../../store/inbox/inbox.ts";
import type { Check } from "./state-api.ts";
import { CHECKS, STANDBY } from "./wording-state.ts";

/** By the part that is looked at: "ok", or what is wrong with it. */
type Signs = Readonly<Record<string, string>>;

export interface Checked {
  readonly live: Signs;
  readonly ready: Signs;
  /** Another process asks MAX; this one would take over. */
  readonly isStandby: boolean;
  /** Undefined when the database does not answer. */
  readonly size: InboxSize | undefined;
  /** Unix ms. */
  readonly lastUpdateAt: number | undefined;
  readonly lastHeardAt: number | undefined;
}

export function checksOf({ live, ready, isStandby }: Checked): readonly Check[] {
  // Of what is looked at twice the trouble counts.
  const signs = { ...ready, ...withTroubleFirst(live, ready) };
  return Object.entries(CHECKS).map(([name, { title, ok, trouble }]) => {
    const sign = signs[name] ?? "ok";
    if (sign !== "ok") return { name, title, kind: "trouble", detail: trouble };
    return name === "max" && isStandby
      ? { name, title, kind: "standby", detail: STANDBY }
      : { name, title, kind: "ok", detail: ok };
  });
}

function withTroubleFirst(live: Signs, ready: Signs): Signs {
  return Object.fromEntries(
    Object.entries(live).map(([name, sign]) => [
      name,
      sign === "ok" ? (ready[name] ?? sign) : sign,
    ]),
  );
}
