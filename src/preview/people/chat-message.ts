// A chat and its messages as the people in it see them.
import { fullName } from "../world/chats.ts";
import type { Link, Message } from "../world/message.ts";
import type { Media } from "../world/shapes.ts";
import type { World } from "../world/world.ts";

/** What is attached: "image", "sticker", "audio" …, with the file where the bot uploaded one. */
export interface ChatMedia {
  readonly kind: string;
  readonly file: { readonly path: string; readonly name: string; readonly sizeBytes: number } | undefined;
}

/** Another message that this one answers or forwards. */
export interface Quoted extends Pick<Link, "mid" | "text" | "markup"> {
  readonly from: string;
  readonly media: readonly ChatMedia[];
}

export interface ChatMessage extends Pick<Message, "mid" | "text" | "markup" | "keyboard" | "timestamp" | "isEdited"> {
  readonly isFromBot: boolean;
  readonly sender: { readonly userId: number; readonly name: string };
  readonly media: readonly ChatMedia[];
  readonly forwarded: Quoted | undefined;
  readonly replied: Quoted | undefined;
}

/** The chat as it looks now, oldest first, edits applied. */
export function chatMessages(world: World, chatId: number): readonly ChatMessage[] {
  return world.messagesIn(chatId).map((message) => chatMessage(world, message));
}

export function chatMessage(world: World, message: Message): ChatMessage {
  const { mid, senderId, text, markup, keyboard, link, timestamp, isEdited } = message;
  return {
    mid,
    isFromBot: senderId === world.bot.userId,
    sender: { userId: senderId, name: nameOf(world, senderId) },
    text,
    markup,
    keyboard,
    media: message.media.map((media) => mediaView(world, media)),
    forwarded: link?.type === "forward" ? quoted(world, link) : undefined,
    replied: link?.type === "reply" ? quoted(world, link) : undefined,
    timestamp,
    isEdited,
  };
}

function quoted(world: World, { mid, senderId, text, markup, media }: Link): Quoted {
  const views = media.map((one) => mediaView(world, one));
  return { mid, from: nameOf(world, senderId), text, markup, media: views };
}

function mediaView(world: World, media: Media): ChatMedia {
  const { payload } = media;
  const hasToken = typeof payload === "object" && payload !== null && "token" in payload;
  const token = hasToken && typeof payload.token === "string" ? payload.token : "";
  const file = world.uploads.file(token);
  if (file === undefined) return { kind: media.type, file: undefined };
  const { name, bytes } = file;
  // Relative: the page may have been opened under another name of this machine than the bot uses.
  return { kind: media.type, file: { path: `files/${token}`, name, sizeBytes: bytes.length } };
}

function nameOf(world: World, userId: number): string {
  const user = world.user(userId);
  return user === undefined ? "Кто-то" : fullName(user);
}

/** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
export async function untilMessages(
  world: World,
  chatId: number,
  isEnough: (messages: readonly ChatMessage[]) => boolean,
  timeoutMs: number,
): Promise<readonly ChatMessage[]> {
  const read = () => chatMessages(world, chatId);
  if (isEnough(read())) return read();
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const unsubscribe = world.onChange(() => {
      if (!isEnough(read())) return;
      finish();
      resolve(read());
    });
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Waited ${timeoutMs} ms; the chat is ${JSON.stringify(read())}`));
    }, timeoutMs);
  });
}
