// What the console answers where it cannot do what was asked: a status and a sentence in Russian.
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import type { Failure } from "./api.ts";
import type { Log } from "../runtime/log.ts";
import { REFUSALS } from "./wording.ts";

export interface Refusal {
  readonly kind: "refusal";
  /** 4xx */
  readonly status: number;
  readonly message: string;
}

export function refusal(status: number, message: string): Refusal {
  return { kind: "refusal", status, message };
}

export async function sendRefusal(
  reply: FastifyReply,
  { status, message }: Pick<Refusal, "status" | "message">,
): Promise<FastifyReply> {
  return reply.code(status).send({ message } satisfies Failure);
}

/** Before a body is read: whoever is refused so must not keep the connection busy with one. */
export async function refuseUnread(reply: FastifyReply, one: Refusal): Promise<FastifyReply> {
  return sendRefusal(reply.header("connection", "close"), one);
}

/** Whatever is thrown in a route, and whatever is no route, is answered like everything else. */
export function answerFailures(api: FastifyInstance, log: Log): void {
  api.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const one = refusalOf(error);
    if (one.status === 500) log.error({ err: error }, "A request of the console failed");
    if (one.status === 503) log.warn({ err: error }, "A request of the console failed");
    return sendRefusal(reply, one);
  });
  api.all("/*", {
    onRequest: async (request, reply) => {
      const path = request.url.split("?")[0] ?? "";
      const known = METHODS.filter((method) => api.hasRoute({ method, url: path }));
      if (known.length === 0) return refuseUnread(reply, refusal(404, REFUSALS.unknownPath));
      return refuseUnread(reply.header("allow", known.join(", ")), refusal(405, REFUSALS.method));
    },
    handler: async () => undefined,
  });
}

const METHODS = ["GET", "POST", "DELETE"] as const;

/** Neither stacks nor the words of a library leave the program. */
function refusalOf(error: FastifyError): Pick<Refusal, "status" | "message"> {
  if (error instanceof OutsideError) return { status: 503, message: REFUSALS.outside };
  if (error instanceof UsageError) return { status: 409, message: error.message };
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, message: REFUSALS.tooLarge };
  if (status === 415) return { status, message: REFUSALS.noJson };
  if (status < 500) return { status, message: REFUSALS.unreadable };
  return { status: 500, message: REFUSALS.bug };
}
