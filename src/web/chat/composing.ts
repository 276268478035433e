// What is being written: the text, the message it answers or changes, and what is suggested meanwhile.
import { signal } from "@preact/signals";
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import { bot, chat, commands, group, isGroup, isMine } from "./state.ts";

export interface About {
  readonly kind: "edit" | "reply";
  readonly message: ChatMessage;
}

export interface Suggestion {
  readonly text: string;
  readonly hint: string;
}

export const text = signal("");
export const about = signal<About | undefined>(undefined);
/** Another one whenever the field is to get the focus, and the caret a place. */
export const focusing = signal<{ readonly caret?: number }>({});
/** The nick that was chosen from the suggestions: only such a one is marked as a mention. */
let mentioned = "";

export function setText(next: string, caret?: number): void {
  text.value = next;
  focusing.value = caret === undefined ? {} : { caret };
}

export function composeAbout(next: About | undefined): void {
  const wasEdit = about.value?.kind === "edit";
  about.value = next;
  if (next?.kind === "edit") setText(next.message.text);
  else setText(wasEdit ? "" : text.value);
}

/** Another chat: what was begun does not belong there. */
export function clearField(): void {
  mentioned = "";
  about.value = undefined;
  setText("");
}

/** Another speaker cannot go on changing somebody's message. */
export function cancelAbout(): void {
  if (about.value?.kind === "edit") text.value = "";
  about.value = undefined;
}

/** Puts the chosen nick in the place of what was typed of it. */
export function mention(nick: string, caret: number): void {
  const before = text.value.slice(0, caret).replace(/@\S*$/u, `${nick} `);
  setText(before + text.value.slice(caret), before.length);
  mentioned = nick;
}

/** Whether the nick that was chosen still stands in what is sent. */
export function takeMention(sent: string): boolean {
  const isMention = mentioned !== "" && sent.includes(mentioned);
  mentioned = "";
  return isMention;
}

export function lastOwnText(): ChatMessage | undefined {
  return chat.value.shown.findLast(({ message }) => isMine(message) && message.text !== "")?.message;
}

/** Commands of the bot after "/" at the beginning; in the class chat the bot after "@", by its nick or its name. */
export function suggestionsFor(beforeCaret: string): readonly Suggestion[] {
  if (about.value?.kind === "edit") return [];
  if (!isGroup.value) return commandsFor(beforeCaret);
  return group.value.bot === undefined ? [] : mentionsFor(beforeCaret);
}

function commandsFor(beforeCaret: string): readonly Suggestion[] {
  const typed = /^\/(?<name>\S*)$/u.exec(beforeCaret)?.groups?.["name"]?.toLowerCase();
  if (typed === undefined) return [];
  return commands.value
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, description }) => ({ text: `/${name}`, hint: description ?? "" }));
}

function mentionsFor(beforeCaret: string): readonly Suggestion[] {
  const { name, username } = bot.value;
  const typed = /(?:^|\s)@(?<start>\S*)$/u.exec(beforeCaret)?.groups?.["start"]?.toLowerCase();
  if (typed === undefined || typed === username.toLowerCase()) return [];
  const isMeant = [name, username].some((one) => one.toLowerCase().startsWith(typed));
  return isMeant ? [{ text: `@${username}`, hint: name }] : [];
}
