// The cookie of a session.
import type { FastifyRequest } from "fastify";
import { isByHttps } from "./asker.ts";
import { SESSION_MS } from "./signed-sessions.ts";

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
