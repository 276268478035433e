// POST on the path of the webhook: who may deliver, what is a delivery, and when MAX may forget it.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** "taken" when the update is safe; "unavailable" when it should come again. Never rejects. */
export type Accept = (update: unknown) => Promise<"taken" | "unavailable">;

export interface WebhookOptions {
  /** The path of WEBHOOK_URL. */
  readonly path: string;
  readonly secret: string;
  readonly accept: Accept;
}

const SECRET_HEADER = "x-max-bot-api-secret";
/** Each of them holds a parsed body; more of them wait only when the database does not keep up. */
const MOST_WAITING = 2_000;

/**
 * MAX counts exactly 200 as delivered and repeats everything else, up to ten times over hours (dev.max.ru, POST
 * /subscriptions): 200 means that the update is stored, 503 that it is not.
 */
export function addWebhook(app: FastifyInstance, { path, secret, accept }: WebhookOptions): void {
  const isSecret = createComparison(secret);
  let waiting = 0;

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const update = parse(request.body);
    if (update === undefined) return reply.code(400).send({ error: "not a JSON object in UTF-8" });
    if (waiting >= MOST_WAITING) return reply.code(503).send({ error: "busy" });
    waiting += 1;
    try {
      const outcome = await accept(update);
      return outcome === "taken"
        ? reply.code(200).send({ ok: true })
        : reply.code(503).send({ error: "try again" });
    } finally {
      waiting -= 1;
    }
  }

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes as a whole, whatever they are called: a character may be split over two chunks.
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
      done(null, body);
    });
    scope.post(path, {
      // Before the body is read, so that a stranger costs nothing.
      onRequest: async (request, reply) => {
        if (isSecret(request.headers[SECRET_HEADER])) {
          // Some are no content type at all, and would not even reach the parser.
          request.headers["content-type"] = "application/json";
          return;
        }
        await reply.code(401).header("connection", "close").send({ error: "wrong secret" });
      },
      handler: take,
    });
  });
}

/** In constant time: hashes have one length, whatever was sent. */
function createComparison(secret: string): (given: unknown) => boolean {
  const expected = digestOf(secret);
  return (given) => typeof given === "string" && timingSafeEqual(digestOf(given), expected);
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parse(body: unknown): object | undefined {
  if (!(body instanceof Uint8Array)) return undefined;
  try {
    const value: unknown = JSON.parse(utf8.decode(body));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
