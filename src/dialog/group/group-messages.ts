// What is said in a group: one short message, whatever is longer behind a link to the private chat.
import { composeAnswer, sentLengthOf } from "../../faq/compose-answer.ts";
import type { SideTopic, Entry } from "../../faq/faq.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, link, plain, plainOf, type RichText } from "../../markup/rich-text.ts";
import type { Scored } from "../../search/decide.ts";
import { idsOf } from "../parent/answers.ts";
import { entriesOf, type Content } from "../parent/content.ts";
import { relatedIds } from "../parent/under-answer.ts";
import { buttonTitle } from "../buttons.ts";
import { botLink, entryLink } from "../deep-link.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";

/** Answers longer than this are cut to their beginning: thirty families read over everybody's shoulder. */
const MAX_SHORT_LENGTH = 700;
const MAX_RELATED = 2;

export function message(text: RichText, keyboard: OutMessage["keyboard"] = []): OutMessage {
  return { text, keyboard };
}

/** Whoever runs the bot needs it for the settings, and MAX shows it nowhere. */
export function chatIdMessage(chatId: number | undefined): OutMessage {
  const id = String(chatId ?? "");
  return message(plain(`${said.CHAT_ID} ${id}`), [[{ kind: "clipboard", text: said.COPY, payload: id }]]);
}

function linkRow(title: string, url: string | undefined): readonly (readonly Button[])[] {
  return url === undefined ? [] : [[{ kind: "link", text: buttonTitle(title), url }]];
}

export function entryRows(entries: readonly Entry[], username: string | undefined) {
  return username === undefined ? [] : entries.flatMap((entry) => linkRow(entry.button, entryLink(username, entry.id)));
}

/**
 * The whole answer where it is short, its beginning otherwise; what else was asked, and related questions, open in the
 * private chat.
 */
export function shortAnswer(
  entry: Entry,
  content: Content,
  username: string | undefined,
  others: readonly Entry[],
): OutMessage {
  const whole = composeAnswer(entry);
  const isShort = sentLengthOf(whole) <= MAX_SHORT_LENGTH || username === undefined;
  const url = username === undefined ? undefined : entryLink(username, entry.id);
  const related = entriesOf(content, relatedIds(content, entry.id));
  const shown = [...new Set([...others, ...related])].slice(0, MAX_RELATED);
  const text = isShort ? whole : join([bold(entry.question), beginningOf(entry)], "\n\n");
  const shared = url === undefined ? text : join([text, link(said.LINK_TO_ANSWER, url)], "\n\n");
  return message(shared, [...(isShort ? [] : linkRow(said.FULL_ANSWER, url)), ...entryRows(shown, username)]);
}

/** The first paragraph, or its first sentences where it is long too. */
function beginningOf(entry: Entry): RichText {
  const [paragraph = ""] = plainOf(richTextOf(entry.answer)).split("\n\n");
  if (paragraph.length <= MAX_SHORT_LENGTH / 2) return plain(paragraph);
  const cut = paragraph.slice(0, MAX_SHORT_LENGTH / 2);
  const border = Math.max(cut.lastIndexOf(". ") + 1, cut.lastIndexOf("; ") + 1);
  return plain(border > 1 ? cut.slice(0, border) : `${cut.slice(0, cut.lastIndexOf(" "))}…`);
}

export function sideTopicMessage(
  { id, answer }: SideTopic,
  content: Content,
  username: string | undefined,
): OutMessage {
  const shown = entriesOf(content, relatedIds(content, id)).slice(0, MAX_RELATED);
  return message(richTextOf(answer.trim()), entryRows(shown, username));
}

export function suggestions(scored: readonly Scored[], content: Content, username: string | undefined): OutMessage {
  const entries = entriesOf(content, idsOf(scored));
  const list = username === undefined ? entries.map(({ question }) => `• ${question}`) : [];
  const text = join([plain(said.GROUP_SUGGEST), plain(list.join("\n"))], "\n");
  return message(text, entryRows(entries, username));
}

/** One line, with the way to the private chat. */
export function elsewhere(line: string, username: string | undefined): OutMessage {
  if (username === undefined) return message(plain(line));
  return message(join([plain(line), link(said.PRIVATE_CHAT, botLink(username))], " "));
}

export function howTo(username: string | undefined): OutMessage {
  const url = username === undefined ? undefined : botLink(username);
  return message(
    join([plain(said.GROUP_HELP), plain(said.groupHowTo(username))], "\n\n"),
    linkRow(said.PRIVATE_CHAT, url),
  );
}

export function welcome(username: string | undefined, canRead: boolean | undefined): OutMessage {
  const rights = canRead === true ? "" : canRead === false ? said.GROUP_RIGHTS : said.GROUP_RIGHTS_UNKNOWN;
  const text = join([plain(said.GROUP_WELCOME), plain(said.groupHowTo(username)), plain(rights)], "\n\n");
  return message(text);
}
