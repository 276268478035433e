// Signing in and out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Session, SignIn } from "../api.ts";
import type { Log } from "../../runtime/log.ts";
import { refusal, sendRefusal, REFUSALS } from "../routes.ts";
import { addressOf } from "../../server/asker.ts";
import { cookieOf, setCookie } from "./signed-sessions.ts";
import { isIn, type Entrance } from "./entrance.ts";

export interface SessionParts {
  readonly entrance: Entrance;
  /** The name of the school. */
  readonly organization: () => string;
  /** The chat page of the local MAX is at `/`; where there is none, the console is. */
  readonly hasChat: boolean;
  readonly log: Log;
  /** Told of every wrong token. */
  readonly onWrongToken: (address: string) => void;
}

const SIGN_IN: z.ZodType<SignIn> = z.object({ token: z.string() });
/** A token and nothing else. */
const BODY_BYTES = 4096;
const MS_PER_MINUTE = 60_000;
const TOO_MANY = {
  refused: "Too many attempts to sign in to the console",
  "right-only": "Too many attempts to sign in to the console, from all addresses together",
} as const;

export function addSessionRoutes(api: FastifyInstance, parts: SessionParts): void {
  api.get("/session", async (request) => sessionOf(parts, isIn(cookieOf(request), parts.entrance)));
  api.post("/session", { bodyLimit: BODY_BYTES }, (request, reply) => signIn(request, reply, parts));
  api.delete("/session", async (request, reply) => {
    if (parts.entrance.kind === "token") reply.header("set-cookie", setCookie(request, ""));
    return sessionOf(parts, false);
  });
}

function sessionOf({ entrance, organization, hasChat }: SessionParts, isSignedIn: boolean): Session {
  if (entrance.kind === "token" && !isSignedIn) return { kind: "signed-out" };
  const kind = entrance.kind === "open" ? "open" : "signed-in";
  return { kind, organization: organization(), hasChat };
}

async function signIn(request: FastifyRequest, reply: FastifyReply, parts: SessionParts): Promise<FastifyReply> {
  const { entrance, log } = parts;
  const read = SIGN_IN.safeParse(request.body);
  if (!read.success) return sendRefusal(reply, refusal(400, REFUSALS.unfit));
  if (entrance.kind === "open") return reply.send(sessionOf(parts, true));
  const address = addressOf(request);
  const taken = entrance.attempts.take(address);
  if (taken.kind !== "allowed" && taken.isNews) log.warn({ address }, TOO_MANY[taken.kind]);
  if (taken.kind === "refused" || !entrance.isToken(read.data.token.trim())) {
    parts.onWrongToken(address);
    if (taken.kind !== "allowed") return refuseForNow(reply, taken.waitMs);
    log.warn({ address }, "Signing in to the console: a wrong token");
    return sendRefusal(reply, refusal(401, REFUSALS.wrongToken));
  }
  entrance.attempts.forgive(address);
  log.info({ address }, "Somebody signed in to the console");
  reply.header("set-cookie", setCookie(request, entrance.sessions.open()));
  return reply.send(sessionOf(parts, true));
}

async function refuseForNow(reply: FastifyReply, waitMs: number): Promise<FastifyReply> {
  reply.header("retry-after", Math.ceil(waitMs / 1000));
  const minutes = Math.ceil(waitMs / MS_PER_MINUTE);
  return sendRefusal(reply, refusal(429, REFUSALS.tooManyAttempts(minutes)));
}
