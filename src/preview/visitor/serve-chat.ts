// What the chat page calls: its visitor, what they do, what they see, and why the bot says it.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Explanation } from "../../search/explain.ts";
import type { LocalMax } from "../people/local-max.ts";
import { actInGroup, actPrivately, groupAction, MAX_TEXT, privateAction } from "./actions.ts";
import { openEventStream } from "./event-stream.ts";
import type { Visit, Visits } from "./visits.ts";

const who = { person: z.string(), chatId: z.number().int() };
const privateRequest = z.object({ ...who, action: privateAction });
const groupRequest = z.object({ ...who, as: z.number().int(), action: groupAction });

type PrivateRequest = z.infer<typeof privateRequest>;
type GroupRequest = z.infer<typeof groupRequest>;

export function serveChat(
  app: FastifyInstance,
  max: LocalMax,
  visits: Visits,
  explain: ((text: string) => Explanation) | undefined,
): void {
  app.post("/preview/people", async (_, reply) => {
    const person = visits.begin();
    if (person === undefined) return reply.code(503).send({ message: "Слишком много гостей." });
    return { person };
  });

  app.get<{ Querystring: { person?: string } }>("/preview/events", async (request, reply) => {
    const visit = visits.find(String(request.query.person));
    if (visit === undefined) return reply.code(404).send({ message: "Такого человека нет." });
    openEventStream(reply, max, visit);
    return reply;
  });

  app.post("/preview/actions", async (request, reply) => {
    const where = z.object(who).safeParse(request.body);
    const visit = where.success ? visits.find(where.data.person) : undefined;
    if (visit === undefined) return reply.code(404).send({ message: "Такого человека нет." });
    const problem =
      where.data?.chatId === visit.group.chatId
        ? doInGroup(max, visit, groupRequest.safeParse(request.body).data)
        : doPrivately(max, visit, privateRequest.safeParse(request.body).data);
    if (problem !== undefined) return reply.code(409).send({ message: problem });
    return { done: true };
  });

  app.get<{ Querystring: { text?: string } }>("/preview/explain", async (request, reply) => {
    const question = request.query.text ?? "";
    if (explain === undefined) return reply.code(404).send({ message: "Объяснений здесь нет." });
    if (question.length > MAX_TEXT) return reply.code(400).send({ message: "Слишком длинно." });
    return explain(question);
  });
}

/** Does it; returns why not, when it is impossible. */
function doPrivately(max: LocalMax, visit: Visit, request: PrivateRequest | undefined): string | undefined {
  const { person } = visit;
  if (request?.chatId !== person.chatId) return "Непонятное действие.";
  const problem = problemOf(max, visit, request, person.userId);
  if (problem === undefined) actPrivately(person, request.action);
  return problem;
}

function doInGroup(max: LocalMax, visit: Visit, request: GroupRequest | undefined): string | undefined {
  if (request === undefined) return "Непонятное действие.";
  const member = visit.group.members.find(({ userId }) => userId === request.as);
  if (member === undefined) return "Этого человека нет в чате.";
  const problem = problemOf(max, visit, request, member.userId);
  if (problem === undefined) actInGroup(visit.group, member, request.action);
  return problem;
}

/** Why the action is impossible: the message may be gone since the page showed it. */
function problemOf(
  max: LocalMax,
  { person, group }: Visit,
  { chatId, action }: PrivateRequest | GroupRequest,
  userId: number,
): string | undefined {
  const mid = midOf(action);
  if (mid === undefined) return undefined;
  const message = max.world.message(mid);
  // Only forwarding reaches into another chat.
  const chats = action.kind === "forward" ? [person.chatId, group.chatId] : [chatId];
  if (message === undefined || !chats.includes(message.chatId)) return "Этого сообщения больше нет.";
  const isForeign = (action.kind === "edit" || action.kind === "remove") && message.senderId !== userId;
  return isForeign ? "Изменить или удалить можно только своё сообщение." : undefined;
}

function midOf(action: (PrivateRequest | GroupRequest)["action"]): string | undefined {
  if ("mid" in action) return action.mid;
  return "replyTo" in action ? action.replyTo : undefined;
}
