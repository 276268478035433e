// One update on its way through the program: decoded, answered, sent, remembered.
import type { Admin } from "../admin/admin.ts";
import type { WizardListener } from "../admin/teaching-commands.ts";
import type { Log } from "../runtime/log.ts";
import { commandOf, isVolumeCommand } from "../dialog/command.ts";
import { withAnswer, type GroupState } from "../dialog/group/group-state.ts";
import type { GroupSituation } from "../dialog/group/group.ts";
import type { GroupEvent, PrivateEvent, Talk } from "../dialog/talk.ts";
import type { Event } from "../dialog/event.ts";
import type { Note } from "../dialog/note.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { TOO_FAST } from "../dialog/wording.ts";
import { plain } from "../markup/rich-text.ts";
import type { BotIdentity } from "../max/mention.ts";
import { answeringEdits, type EditParts } from "./edits.ts";
import { createChatRefusals } from "./chat-refusals.ts";
import type { GroupStates } from "./group-states.ts";
import type { LastReplies } from "./last-replies.ts";
import type { MaxClient } from "../max/client.ts";
import { decodeUpdate } from "../max/decode.ts";
import { isOfChat, MaxFailure } from "../max/failure.ts";
import { chatKeyOf, updateKey } from "../max/update-key.ts";
import { readUpdate, type ReadUpdate } from "../max/wire.ts";
import type { Recorder } from "./recorder.ts";
import { sendPoster, type PosterParts } from "./send-poster.ts";
import type { SupportChat } from "../support/support-chat.ts";

export interface HandlerParts extends PosterParts, EditParts {
  readonly inbox: PosterParts["inbox"] & EditParts["inbox"];
  readonly client: Pick<MaxClient, "send" | "upload" | "sendFile" | "membership" | "isAdmin">;
  /** The talk over the content that is live at the moment. */
  readonly talk: () => Talk;
  readonly bot: () => BotIdentity | undefined;
  readonly groups: GroupStates;
  readonly lastReplies: LastReplies;
  readonly admin: Admin;
  readonly wizard: WizardListener;
  /** What is added to a message where an administrator reads it. */
  readonly forAdmin: (message: OutMessage, userId: number) => OutMessage;
  readonly recorder: Recorder;
  /** Told the lane of a tap that has something deleted. */
  readonly tidyAfter: (lane: string) => void;
  /** Undefined where there is no staff chat. */
  readonly support: SupportChat | undefined;
  readonly retentionDays: number;
  readonly log: Log;
  readonly now: () => number;
}

/** A function that handles one update; rejects when the reply cannot be sent, unless nobody is there to read it. */
export function createHandler(parts: HandlerParts) {
  const { bot, log, now, support } = parts;
  const refusals = createChatRefusals(log);
  return async (raw: unknown, signal: AbortSignal): Promise<void> => {
    const startedAt = now();
    const update = readUpdate(raw);
    const decoded = decodeUpdate(update, bot());
    if (decoded.kind === "ignored") return;
    const { event } = decoded;
    try {
      const outcome = await answeringEdits(event, update, parts, () => answer(event, update, parts, signal));
      if (outcome === undefined) return;
      refusals.answered();
      log.info({ event: event.kind, outcome, ms: now() - startedAt }, "Answered");
    } catch (error) {
      const isForAdmins = support?.isStaffChat(event.place) === true;
      if (!isOfChat(error) || isForAdmins) throw error;
      refusals.settle(error, chatKeyOf(event.place));
    }
  };
}

/** A tap as well is answered by a message: a toast is gone before it is read. */
async function askToSlowDown({ place }: Event, { client }: HandlerParts, signal: AbortSignal): Promise<string> {
  await client.send({ kind: "send", place, message: { text: plain(TOO_FAST), keyboard: [] } }, signal);
  return "too fast";
}

/** What came of it, for the log; undefined where there is nothing to say. */
async function answer(
  event: Event,
  update: ReadUpdate,
  parts: HandlerParts,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (update.wire?.is_too_fast === true) return askToSlowDown(event, parts, signal);
  if ((await parts.support?.take(event, signal)) === true) return "between parent and staff";
  const key = updateKey(update);
  const questionId = await parts.recorder.questionIdOf(key);
  if (isGroupEvent(event)) return handleInGroup(event, questionId, parts, signal);
  if (await isForAdmin(event, parts, signal)) return "for an administrator";
  return handleInPrivate(event, { key, questionId }, parts, signal);
}

async function isForAdmin(event: PrivateEvent, { wizard, admin }: HandlerParts, signal: AbortSignal): Promise<boolean> {
  return (await wizard(event, signal)) || admin(event, signal);
}

function isGroupEvent(event: Event): event is GroupEvent {
  return event.kind === "added" || event.kind === "removed" || event.place.kind === "group";
}

async function handleInPrivate(
  event: PrivateEvent,
  { key, questionId }: { readonly key: string; readonly questionId: string },
  parts: HandlerParts,
  signal: AbortSignal,
): Promise<string> {
  const { client, talk, bot, recorder, tidyAfter, support, forAdmin, retentionDays } = parts;
  const { userId } = event.place;
  const hasStaff = support !== undefined;
  const last = await parts.lastReplies.before(key, userId);
  const situation = { username: bot()?.username, questionId, retentionDays, hasStaff, last };
  let reply = talk().replyTo(event, situation);
  if (reply.kind === "forget") {
    tidyAfter(chatKeyOf(event.place));
    const message = talk().forgotten(await recorder.forget(userId));
    reply = { ...reply, kind: "replace", message };
  }
  // Beside the call and not after it: until the update is done, a process that dies would have it answered again.
  const recorded = recorder.record(reply.message.note, { questionId, place: event.place });
  if (reply.kind === "poster") await sendPoster(reply, key, parts, signal);
  else {
    const offered = (await support?.offer(event, reply)) ?? reply;
    await client.send({ ...offered, message: forAdmin(offered.message, userId) }, signal);
  }
  await parts.lastReplies.keep({ updateKey: key, userId, last, about: reply.message.about });
  await recorded;
  return outcomeOf(reply.message.note) ?? reply.kind;
}

function outcomeOf(note: Note | undefined): string | undefined {
  return note?.kind === "asked" ? note.outcome : note?.kind;
}

async function handleInGroup(
  event: GroupEvent,
  questionId: string,
  parts: HandlerParts,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { client, talk, groups, recorder, log, now } = parts;
  const chatId = event.place.chatId ?? 0;
  if (event.kind === "added") log.info({ chatId }, "The bot was added to a group");
  const state = await groups.read(chatId);
  const { reply, answeredEntryId, note, ...turn } = talk().turnInGroup(event, await situationOf(event, state, parts));
  const messageId = reply === undefined ? undefined : await client.send(reply, signal);
  await groups.write(chatId, remembered(turn.state, answeredEntryId, messageId, now()));
  await recorder.record(note, { questionId, place: event.place });
  return reply === undefined ? undefined : `in a group: ${outcomeOf(note) ?? reply.kind}`;
}

function remembered(
  state: GroupState | undefined,
  entryId: string | undefined,
  messageId: string | undefined,
  at: number,
): GroupState | undefined {
  if (state === undefined || entryId === undefined || messageId === undefined) return state;
  return withAnswer(state, { entryId, messageId, at });
}

/** What the talk has to know; MAX is asked only where it matters. */
async function situationOf(
  event: GroupEvent,
  state: GroupState,
  { client, bot, now, log }: HandlerParts,
): Promise<GroupSituation> {
  const chatId = event.place.chatId ?? 0;
  const needsAdmin = event.kind === "message" && (state.isQuiet || isVolumeCommand(commandOf(event.text)));
  const ask = <T>(question: () => Promise<T>) => orUndefined(question, log);
  return {
    now: now(),
    username: bot()?.username,
    state,
    isChatAdmin: needsAdmin ? await ask(() => client.isAdmin(chatId, event.place.userId)) : undefined,
    canRead: event.kind === "added" ? await ask(async () => (await client.membership(chatId)).canRead) : undefined,
  };
}

/** What MAX refuses to tell is not known; what it may tell later is worth waiting for. */
async function orUndefined<T>(question: () => Promise<T>, log: Log): Promise<T | undefined> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof MaxFailure) || error.isRetryable) throw error;
    log.info({ reason: error.reason }, "MAX does not tell about the group");
    return undefined;
  }
}
