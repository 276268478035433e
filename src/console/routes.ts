// How an area adds its routes: what comes in is read by a schema, what goes out is JSON; what cannot be done is answered
// by a status and a sentence in Russian.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyError } from "fastify";
import type { z } from "zod";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import type { Failure } from "./api.ts";
import type { Log } from "../runtime/log.ts";

/** A part of the console: adds its routes. They are reached by whoever has signed in. */
export type ConsoleArea = (routes: Routes) => void;

export interface Routes {
  /** `path` without the prefix: "overview". */
  get<Query>(path: string, query: z.ZodType<Query>, handle: Handle<Query>): void;
  post<Body>(path: string, body: z.ZodType<Body>, handle: Handle<Body>): void;
  /** For what is no JSON. */
  readonly app: FastifyInstance;
}

type Handle<Input> = (input: Input) => Promise<object>;

export function createRoutes(app: FastifyInstance): Routes {
  async function answer<Input>(
    reply: FastifyReply,
    schema: z.ZodType<Input>,
    given: unknown,
    handle: Handle<Input>,
  ): Promise<FastifyReply> {
    const read = schema.safeParse(given);
    if (!read.success) return sendRefusal(reply, refusal(400, REFUSALS.unfit));
    const result = await handle(read.data);
    if (isRefusal(result)) return sendRefusal(reply, result);
    return isDownload(result) ? sendDownload(reply, result) : reply.send(result);
  }
  return {
    get: (path, query, handle) => {
      app.get(`/${path}`, (request, reply) => answer(reply, query, request.query, handle));
    },
    post: (path, body, handle) => {
      app.post(`/${path}`, (request, reply) => answer(reply, body, request.body, handle));
    },
    app,
  };
}

function isRefusal(result: object): result is Refusal {
  return "kind" in result && result.kind === "refusal";
}

/** A table to be saved; what is no text is sent as it comes. */
export interface Download {
  readonly kind: "download";
  /** Of the file, in Latin letters. */
  readonly name: string;
  readonly csv: string | AsyncIterable<string>;
}

function isDownload(result: object): result is Download {
  return "kind" in result && result.kind === "download";
}

function sendDownload(reply: FastifyReply, { name, csv }: Download): FastifyReply {
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(typeof csv === "string" ? csv : Readable.from(csv));
}

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

/** What the server of the console says where it cannot do what was asked. */
export const REFUSALS = {
  signedOut: "Вы не вошли в пульт, или время входа истекло. Войдите снова.",
  wrongToken: "Это не тот ключ. Он задан в настройке CONSOLE_TOKEN; его знает тот, кто запускает бота.",
  tooManyAttempts: (minutes: number) => `Слишком много попыток войти. Попробуйте через ${minutes} мин.`,
  foreign: "Запрос пришёл не со страницы пульта. Откройте пульт заново и повторите.",
  unknownPath: "У пульта нет такого адреса. Обновите страницу: программа могла стать новее.",
  method: "Так этот адрес не вызывают. Обновите страницу: программа могла стать новее.",
  unreadable: "Запрос не удалось прочитать. Обновите страницу и повторите.",
  unfit: "В запросе не то, что ожидалось. Обновите страницу и повторите.",
  noJson: "Пульт принимает только JSON.",
  tooLarge: "Слишком много текста за один раз.",
  outside: "База данных или диск сейчас не отвечают. Повторите через минуту.",
  tooManyListeners: "Слишком много открытых страниц пульта. Закройте лишние.",
  bug: "Пульт не справился с этим запросом. Подробности в журнале программы; сообщите разработчикам.",
} as const;
