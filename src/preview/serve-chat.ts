// What the chat page calls: a person of its own, what he does, what he sees, and why the bot says it.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Explanation } from "../search/explanation.ts";
import { openEventStream } from "./event-stream.ts";
import type { LocalMax } from "./local-max.ts";
import type { LocalUser } from "./local-user.ts";

const MAX_TEXT = 4000;
const text = z.string().trim().min(1).max(MAX_TEXT);
const mid = z.string();

const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), payload: z.string().optional() }),
  z.object({ kind: z.literal("say"), text }),
  z.object({ kind: z.literal("edit"), mid, text }),
  z.object({ kind: z.literal("tap"), mid, payload: z.string() }),
  z.object({ kind: z.literal("voice") }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("photo"), caption: z.string().max(MAX_TEXT).optional() }),
  z.object({ kind: z.literal("forward"), text }),
  z.object({ kind: z.literal("forward-message"), mid }),
]);

type Action = z.infer<typeof actionSchema>;

const requestSchema = z.object({ person: z.number().int(), action: actionSchema });

export function serveChat(
  app: FastifyInstance,
  max: LocalMax,
  explain: ((text: string) => Explanation) | undefined,
): void {
  app.post("/preview/people", async () => ({ person: max.user().userId }));

  app.get<{ Querystring: { person?: string } }>("/preview/events", async (request, reply) => {
    const person = max.person(Number(request.query.person));
    if (person === undefined) return reply.code(404).send({ message: "Такого человека нет." });
    openEventStream(reply, max, person);
    return reply;
  });

  app.post("/preview/actions", async (request, reply) => {
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: "Непонятное действие." });
    const person = max.person(parsed.data.person);
    if (person === undefined) return reply.code(404).send({ message: "Такого человека нет." });
    const problem = problemOf(max, person, parsed.data.action);
    if (problem !== undefined) return reply.code(409).send({ message: problem });
    act(person, parsed.data.action);
    return { done: true };
  });

  app.get<{ Querystring: { text?: string } }>("/preview/explain", async (request, reply) => {
    const question = request.query.text ?? "";
    if (explain === undefined) return reply.code(404).send({ message: "Объяснений здесь нет." });
    if (question.length > MAX_TEXT) return reply.code(400).send({ message: "Слишком длинно." });
    return explain(question);
  });
}

/** Why the action is impossible: the message may be gone since the page showed it. */
function problemOf(max: LocalMax, person: LocalUser, action: Action): string | undefined {
  if (!("mid" in action)) return undefined;
  const message = max.world.message(action.mid);
  if (message?.chatId !== person.chatId) return "Этого сообщения больше нет.";
  const isForeign = action.kind === "edit" && message.senderId !== person.userId;
  return isForeign ? "Изменить можно только своё сообщение." : undefined;
}

function act(person: LocalUser, action: Action): void {
  switch (action.kind) {
    case "start":
      person.start(action.payload);
      return;
    case "say":
      person.say(action.text);
      return;
    case "edit":
      person.edit(action.mid, action.text);
      return;
    case "tap":
      person.forgeTap(action.mid, action.payload);
      return;
    case "voice":
      person.sendVoice();
      return;
    case "sticker":
      person.sendSticker();
      return;
    case "photo":
      person.sendPhoto(action.caption);
      return;
    case "forward":
      person.forward(action.text);
      return;
    case "forward-message":
      person.forwardMessage(action.mid);
      return;
  }
}
