// POST on the path of the webhook: who may deliver, what is a delivery, and when MAX may forget it.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addressOf } from "./asker.ts";
import type { Attempts } from "./attempts.ts";
import { createWaitingRoom, type Seat } from "./waiting-room.ts";

/**
 * "taken" when the update is safe; "unavailable" when it should come again. Never rejects. What still holds the update
 * after that is given to `keepFor`.
 */
export type Accept = (update: unknown, keepFor: (work: Promise<unknown>) => void) => Promise<"taken" | "unavailable">;

/** Why nothing was read: a wrong secret, or too much that waits. */
export type Refused = "webhook_secret" | "webhook_busy";

export interface WebhookOptions {
  /** The path of WEBHOOK_URL. */
  readonly path: string;
  readonly secret: string;
  readonly accept: Accept;
  /** Those of wrong secrets. */
  readonly attempts: Pick<Attempts, "take">;
  readonly onRefused: (why: Refused, address: string) => void;
}

const SECRET_HEADER = "x-max-bot-api-secret";
/** More wait only when the database does not keep up; each has a connection as well. An update has a kilobyte or two. */
const MOST_WAITING = 500;
const MOST_WAITING_BYTES = 16 * 1024 * 1024;
/** MAX repeats after 60 s whatever it is told. */
const RETRY_AFTER_SECONDS = 30;

/**
 * MAX counts exactly 200 as delivered and repeats everything else, up to ten times over hours (dev.max.ru, POST
 * /subscriptions): 200 means that the update is stored, 503 that it is not.
 */
export function addWebhook(app: FastifyInstance, options: WebhookOptions): void {
  const { path, accept, onRefused } = options;
  const isSecret = createComparison(options.secret);
  const room = createWaitingRoom(MOST_WAITING, MOST_WAITING_BYTES);
  const seats = new WeakMap<FastifyRequest, Seat>();

  /** Before the body is read, so that a stranger costs nothing. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isSecret(request.headers[SECRET_HEADER])) return refuseStranger(request, reply, options);
    const seat = room.enter(Number(request.headers["content-length"] ?? 0));
    if (seat === undefined) return refuseForNow(request, reply);
    reply.raw.once("close", seat.leave);
    seats.set(request, seat);
    // Some are no content type at all, and would not even reach the parser.
    request.headers["content-type"] = "application/json";
  }

  async function refuseForNow(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    onRefused("webhook_busy", addressOf(request));
    reply.headers({ connection: "close", "retry-after": RETRY_AFTER_SECONDS });
    await reply.code(503).send({ error: "busy" });
  }

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const seat = seats.get(request);
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    if (seat?.resize(body.length) !== true) {
      await refuseForNow(request, reply);
      return reply;
    }
    const update = parse(body);
    if (update === undefined) return reply.code(400).send({ error: "not a JSON object in UTF-8" });
    const outcome = await accept(update, seat.keepFor);
    return outcome === "taken" ? reply.code(200).send({ ok: true }) : reply.code(503).send({ error: "try again" });
  }

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes as a whole, whatever they are called: a character may be split over two chunks.
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
      done(null, body);
    });
    scope.post(path, { onRequest: admit, handler: take });
  });
}

/** Who tries many is told to wait. The right secret is never asked how often, whatever comes from the same proxy. */
async function refuseStranger(
  request: FastifyRequest,
  reply: FastifyReply,
  { attempts, onRefused }: WebhookOptions,
): Promise<void> {
  const address = addressOf(request);
  onRefused("webhook_secret", address);
  const taken = attempts.take(address);
  reply.header("connection", "close");
  if (taken.kind === "allowed") return void (await reply.code(401).send({ error: "wrong secret" }));
  reply.header("retry-after", Math.ceil(taken.waitMs / 1000));
  await reply.code(429).send({ error: "too many wrong secrets" });
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

function parse(body: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(body));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
