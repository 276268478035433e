// Ready texts to hand on: one answer, or the bot itself, for a class chat.
import { URL_LENGTH } from "../../markup/max-limits.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { join, plain, plainOf } from "../../markup/rich-text.ts";
import type { Entry } from "../../faq/faq.ts";
import { botLink, entryLink, shareLink } from "../deep-link.ts";
import { backToMenuRow, menuRow } from "./menu.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";

/** A clipboard button holds 1,024 characters. */
const MAX_COPIED = 1000;
/** Beginnings of an answer that are tried for a text to share, longest first. */
const SUMMARY_LENGTHS: readonly number[] = [700, 300, 200, 120, 60, 0];

export function shareEntryMessage(entry: Entry, username: string): OutMessage {
  const url = entryLink(username, entry.id);
  const textOf = (length: number) =>
    [entry.question, beginningOf(entry.answer, length), `${said.FULL_ANSWER_AT} ${url}`]
      .filter((part) => part !== "")
      .join("\n\n");
  return shareMessage(textOf, menuRow());
}

export function shareBotMessage(username: string): OutMessage {
  return shareMessage(() => `${said.ABOUT_BOT} ${botLink(username)}`, backToMenuRow());
}

function shareMessage(textOf: (summaryLength: number) => string, back: readonly Button[]): OutMessage {
  const texts = SUMMARY_LENGTHS.map(textOf);
  const copied = texts.find((text) => text.length <= MAX_COPIED) ?? "";
  const sent = texts.find((text) => shareLink(text).length <= URL_LENGTH);
  return {
    text: join([plain(said.SHARE_HINT), plain(copied)], "\n\n"),
    keyboard: [
      [{ kind: "clipboard", text: said.COPY, payload: copied }],
      ...(sent === undefined ? [] : [[{ kind: "link" as const, text: said.SEND_TO_CHAT, url: shareLink(sent) }]]),
      back,
    ],
  };
}

/** The beginning of an answer up to a border of lines or sentences, at most `length` characters. */
function beginningOf(answer: string, length: number): string {
  const text = plainOf(richTextOf(answer.trim()));
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const border = Math.max(cut.lastIndexOf("\n"), cut.lastIndexOf(". ") + 1);
  return cut.slice(0, Math.max(0, border)).trim();
}
