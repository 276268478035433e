// The commands of administrators: who may give them, how they are recognised and how their answers are sent.
//
// A new command is one more entry of `commands` in app/open-answering.ts: its name without the slash, a description for
// the list, and a function from an AdminRequest to an AdminAnswer. Its buttons are made with `adminButton(title, command,
// argument)` of dialog/buttons.ts; a tap on one calls the same function with that argument and `isTap`. Only
// administrators come through, and only in private chats; for everybody else the command does not exist.
import { commandOf, type Command } from "../dialog/command.ts";
import type { Place } from "../dialog/event.ts";
import type { OutMessage } from "../dialog/reply.ts";
import type { PrivateEvent } from "../dialog/talk.ts";
import { OUTDATED_BUTTON, PICTURE_BELOW, PICTURE_MISSING } from "../dialog/wording.ts";
import type { Log } from "../runtime/log.ts";
import { OutsideError } from "../runtime/errors.ts";
import type { MaxClient } from "../max/client.ts";
import { join, plain } from "../markup/rich-text.ts";
import { MaxFailure } from "../max/failure.ts";

export interface AdminRequest {
  readonly place: Place;
  /** What follows the command ("/stats 30": "30"), or what the button carries. */
  readonly argument: string;
  readonly isTap: boolean;
  readonly signal: AbortSignal;
}

/** A tap replaces the message it was made under, unless the answer has a picture: that is sent as a new message. */
export interface AdminAnswer {
  readonly message: OutMessage;
  readonly picture?: { readonly name: string; readonly bytes: Uint8Array };
}

export interface AdminCommand {
  /** In Russian, for the list of commands. */
  readonly description: string;
  /** Everybody may use it. */
  readonly isForAll?: boolean;
  /** Undefined for a button that is none of the command's: an old or a forged one. */
  run(request: AdminRequest): Promise<AdminAnswer | undefined> | AdminAnswer;
}

export type AdminCommands = ReadonlyMap<string, AdminCommand>;

export interface AdminParts {
  readonly client: Pick<MaxClient, "send" | "upload" | "sendFile">;
  readonly isAdmin: (userId: number) => boolean;
  readonly commands: AdminCommands;
  readonly log: Log;
}

/** Answers an administrator; false where the event is not for it. Rejects when the answer cannot be sent. */
export type Admin = (event: PrivateEvent, signal: AbortSignal) => Promise<boolean>;

export function createAdmin(parts: AdminParts): Admin {
  return async (event, signal) => {
    const { name, argument } = commandIn(event) ?? {};
    const command = parts.commands.get(name ?? "");
    const mayUse = command?.isForAll === true || parts.isAdmin(event.place.userId);
    if (command === undefined || !mayUse) return false;
    const { place } = event;
    const isTap = event.kind === "tap";
    const answer = await command.run({ place, argument: argument ?? "", isTap, signal });
    await deliver(event, answer ?? OUTDATED, parts, signal);
    return true;
  };
}

const OUTDATED: AdminAnswer = { message: { text: plain(OUTDATED_BUTTON), keyboard: [] } };

function commandIn(event: PrivateEvent): Pick<Command, "name" | "argument"> | undefined {
  if (event.kind === "message") return commandOf(event.text);
  if (event.kind !== "tap") return undefined;
  const { payload } = event;
  return payload?.kind === "admin" ? { name: payload.command, argument: payload.argument } : undefined;
}

async function deliver(
  event: PrivateEvent,
  { message, picture }: AdminAnswer,
  { client, log }: AdminParts,
  signal: AbortSignal,
): Promise<void> {
  const { place } = event;
  const callbackId = event.kind === "tap" ? event.callbackId : undefined;
  if (picture === undefined) {
    await (callbackId === undefined
      ? client.send({ kind: "send", place, message }, signal)
      : client.send({ kind: "replace", place, callbackId, message }, signal));
    return;
  }
  if (callbackId !== undefined) await client.send({ kind: "toast", place, callbackId, text: PICTURE_BELOW }, signal);
  try {
    const uploaded = await client.upload({ kind: "image", ...picture }, signal);
    await client.sendFile(place, uploaded, message, signal);
  } catch (error) {
    if (!isOfFile(error)) throw error;
    log.warn({ err: error }, "A picture could not be sent; sending the text alone");
    const text = join([message.text, plain(PICTURE_MISSING)], "\n\n");
    await client.send({ kind: "send", place, message: { ...message, text } }, signal);
  }
}

/** The upload failed, or MAX does not take what was uploaded. All else would fail without the file as well. */
function isOfFile(error: unknown): boolean {
  if (error instanceof MaxFailure) return error.reason === "rejected";
  return error instanceof OutsideError;
}
