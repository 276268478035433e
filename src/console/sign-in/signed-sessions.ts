// Sessions that nobody has to keep: a cookie with the signed time of signing in, good on every replica, void with another token.
import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { DAY_MS } from "../../text/local-date.ts";
import { isByHttps } from "../../server/asker.ts";

export interface SignedSessions {
  /** The value of a cookie. */
  open(): string;
  isOpen(value: string): boolean;
}

export const SESSION_MS = 7 * DAY_MS;
/** Clocks of replicas may differ. */
const SKEW_MS = 60_000;
const KEY_BYTES = 32;

export function createSignedSessions(token: string, now: () => number): SignedSessions {
  const key = new Uint8Array(hkdfSync("sha256", token, "", "max-faq-bot console session", KEY_BYTES));
  const sign = (openedAt: string) => createHmac("sha256", key).update(openedAt).digest("base64url");
  return {
    open: () => {
      const openedAt = String(now());
      return `${openedAt}.${sign(openedAt)}`;
    },
    isOpen: (value) => {
      const [openedAt = "", signature = "", ...rest] = value.split(".");
      if (rest.length > 0 || !isSame(signature, sign(openedAt))) return false;
      const ageMs = now() - Number(openedAt);
      return ageMs >= -SKEW_MS && ageMs < SESSION_MS;
    },
  };
}

/** Takes the same time whatever is the same in them, their length too. */
export function isSame(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

const NAME = "max-faq-console";
const OF_REQUEST = new RegExp(`(?:^|;)\\s*${NAME}=([^;]*)`, "u");

export function cookieOf({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  return OF_REQUEST.exec(headers.cookie ?? "")?.[1]?.trim();
}

/** An empty value takes it away. */
export function setCookie(request: FastifyRequest, value: string): string {
  const seconds = value === "" ? 0 : SESSION_MS / 1000;
  const secure = isByHttps(request) ? "; Secure" : "";
  return `${NAME}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
