// What every request to the console has to pass before its body is read.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { API } from "../api.ts";
import { refusal, type Refusal, refuseUnread, REFUSALS } from "../routes.ts";
import { isForeign } from "../../server/asker.ts";
import { cookieOf } from "./signed-sessions.ts";
import { isIn, type Entrance } from "./entrance.ts";

export function addGuard(api: FastifyInstance, entrance: Entrance): void {
  const readJson = api.getDefaultJsonParser("error", "error");
  api.removeAllContentTypeParsers();
  api.addContentTypeParser("application/json", { parseAs: "string" }, readJson);
  api.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store").header("x-content-type-options", "nosniff");
    const problem = problemOf(request, entrance);
    if (problem !== undefined) await refuseUnread(reply, problem);
  });
}

function problemOf(request: FastifyRequest, entrance: Entrance): Refusal | undefined {
  if (isForeign(request)) return refusal(403, REFUSALS.foreign);
  // No form and no picture of another site can set a header.
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading && request.headers["x-console"] !== "1") return refusal(403, REFUSALS.foreign);
  const isOfSession = request.url.split("?")[0] === `${API}/session`;
  return isOfSession || isIn(cookieOf(request), entrance) ? undefined : refusal(401, REFUSALS.signedOut);
}
