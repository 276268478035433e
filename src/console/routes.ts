// How an area adds its routes: what comes in is read by a schema, what goes out is JSON, a refusal has its status.
import type { FastifyInstance, FastifyReply } from "fastify";
import type { z } from "zod";
import { type Refusal, refusal, sendRefusal } from "./refusal.ts";
import { REFUSALS } from "./wording.ts";

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
    return isRefusal(result) ? sendRefusal(reply, result) : reply.send(result);
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
