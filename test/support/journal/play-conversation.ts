// Conversations played through the whole of answering, by the clock of the test: what is asked, tapped and voted.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { createGroupStates } from "../../../src/answering/group-states.ts";
import { createHandler } from "../../../src/answering/handle.ts";
import { createLastReplies } from "../../../src/answering/last-replies.ts";
import { createPseudonyms } from "../../../src/answering/pseudonyms.ts";
import { createRecorder } from "../../../src/answering/recorder.ts";
import { rephrasingIn } from "../../../src/answering/setbacks.ts";
import { decodePayload, encodePayload, type Payload } from "../../../src/dialog/payload.ts";
import type { OutMessage, Reply } from "../../../src/dialog/reply.ts";
import type { LiveContent } from "../../../src/live/content.ts";
import type { Store } from "../../../src/store/store.ts";
import { createSupportChat } from "../../../src/support/support-chat.ts";
import { silentLog } from "../logs.ts";

const Turn = z.union([
  /** `wants`: the entry that answers it, to be tapped where it is offered. */
  z.strictObject({ at: z.number(), say: z.string(), wants: z.string().optional() }),
  /** The suggestion to tap, from 1. */
  z.strictObject({ at: z.number(), tap: z.number() }),
  z.strictObject({ at: z.number(), vote: z.enum(["up", "down"]) }),
  /** The button that hands the question to a person. */
  z.strictObject({ at: z.number(), person: z.literal(true) }),
]);

const Conversation = z.strictObject({
  about: z.string(),
  /** `at` in minutes. */
  turns: z.array(Turn),
  /** What a careful reader says of each question. */
  solved: z.array(z.boolean()),
});
export type Conversation = z.output<typeof Conversation>;

export function readConversations(): readonly Conversation[] {
  const file = new URL("conversations.yaml", import.meta.url);
  return z.array(Conversation).parse(parse(readFileSync(file, "utf8")));
}

const MS_PER_MINUTE = 60_000;
/** So soon whoever finds what they asked for among the choices taps it. */
const MS_TO_TAP = 5_000;
const STAFF_CHAT = -7;

/** Each is a person of their own, who begins at `startsAt` (Unix ms). */
export async function playConversations(
  conversations: readonly Conversation[],
  { store, content, startsAt }: { store: Store; content: LiveContent; startsAt: number },
): Promise<void> {
  for (const [nth, { turns }] of conversations.entries()) {
    const user = createUser(store, content, 1_000 + nth);
    for (const turn of turns) await user.take(turn, startsAt + turn.at * MS_PER_MINUTE);
  }
}

function createUser(store: Store, content: LiveContent, userId: number) {
  let time = 0;
  let shown: readonly Payload[] = [];
  let newest: readonly Payload[] = [];
  const now = () => time;
  const place = { chat_id: userId, chat_type: "dialog" };
  const client = {
    send: async (reply: Reply) => {
      const isOwn = "message" in reply && reply.place.chatId !== STAFF_CHAT;
      // Buttons above in the chat can still be tapped.
      if (isOwn) newest = payloadsOf(reply.message.keyboard);
      if (isOwn) shown = [...newest, ...shown];
      return `mid.${time}`;
    },
    upload: async () => ({ type: "image" as const, payload: { token: "t" } }),
    sendFile: async () => undefined,
    membership: async () => ({ isAdmin: true, canRead: true }),
    isAdmin: async () => false,
  };
  const pseudonyms = createPseudonyms(store.secrets, now);
  const isRephrasing = rephrasingIn(() => content);
  const recorder = createRecorder({ ...store, pseudonyms, isRephrasing, log: silentLog, now });
  const support = createSupportChat({
    client,
    questions: store.supportQuestions,
    staffChatId: STAFF_CHAT,
    contact: () => content.faq.organization.contact,
    handedOver: (...handed) => recorder.handedOver(...handed),
    log: silentLog,
    now,
  });
  const handle = createHandler({
    client,
    talk: () => content.talk,
    bot: () => ({ userId: 1, username: "bot" }),
    inbox: store.inbox,
    groups: createGroupStates(store.chatStates, now),
    lastReplies: createLastReplies(store.lastReplies, now, silentLog),
    admin: async () => false,
    support,
    wizard: async () => false,
    forAdmin: (message) => message,
    tidyAfter: () => undefined,
    drawPoster: async () => undefined,
    recorder,
    retentionDays: 90,
    log: silentLog,
    now,
  });

  function said(text: string): unknown {
    const sender = { user_id: userId, is_bot: false };
    const body = { mid: `mid.${userId}.${time}`, text };
    const message = { timestamp: time, sender, recipient: place, body };
    return { update_type: "message_created", timestamp: time, message };
  }

  function tapped(is: (payload: Payload) => boolean, nth = 1): unknown {
    const payload = shown.filter(is)[nth - 1];
    if (payload === undefined) return undefined;
    const callback = {
      callback_id: `cb.${userId}.${time}`,
      timestamp: time,
      payload: encodePayload(payload),
      user: { user_id: userId },
    };
    const message = { recipient: place, body: { mid: "m" } };
    return { update_type: "message_callback", timestamp: time, callback, message };
  }

  function updateOf(turn: Conversation["turns"][number]): unknown {
    if ("say" in turn) return said(turn.say);
    if ("tap" in turn) return tapped(isSuggestion, turn.tap);
    if ("vote" in turn) return tapped((one) => one.kind === "vote" && one.value === turn.vote);
    return tapped(({ kind }) => kind === "person");
  }

  async function send(update: unknown, at: number): Promise<void> {
    time = at;
    if (update !== undefined) await handle(update, new AbortController().signal);
  }

  return {
    async take(turn: Conversation["turns"][number], at: number): Promise<void> {
      time = at;
      await send(updateOf(turn), at);
      const wants = "say" in turn ? turn.wants : undefined;
      const isWanted = (one: Payload) => one.kind === "entry" && one.entryId === wants;
      const isOffered = newest.some((one) => isSuggestion(one) && isWanted(one));
      if (isOffered) await send(tapped(isWanted), at + MS_TO_TAP);
    },
  };
}

function isSuggestion(payload: Payload): boolean {
  return payload.kind === "entry" && payload.questionId !== undefined;
}

function payloadsOf(keyboard: OutMessage["keyboard"]): readonly Payload[] {
  return keyboard.flat().flatMap((button) => (button.kind === "callback" ? (decodePayload(button.payload) ?? []) : []));
}
