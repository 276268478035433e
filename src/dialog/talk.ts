// The talk: what happened in MAX to what the bot says. Pure; keeps nothing between messages.
import type { Aside, Faq } from "../faq/faq.ts";
import { bold, join, plain, type RichText } from "../markup/rich-text.ts";
import type { Decision } from "../search/decide.ts";
import type { Matcher } from "../search/matcher.ts";
import {
  answerMessage,
  answersMessage,
  asideMessage,
  suggestMessage,
  unknownMessage,
  type Content,
} from "./answers.ts";
import { commandOf, type Command } from "./command.ts";
import type { Event, MessageEvent, TapEvent } from "./event.ts";
import { categoryMessage, menuMessage } from "./menu.ts";
import { decodePayload } from "./payload.ts";
import type { OutMessage, Reply } from "./reply.ts";
import {
  GREETING,
  GREETING_HEADING,
  HELP,
  HELP_HEADING,
  NO_WORDS,
  OUTDATED_BUTTON,
  OUTDATED_LINK,
  UNKNOWN_COMMAND,
  WITHOUT_TEXT,
} from "./wording.ts";

export interface Talk {
  /** The one reply to an event, or undefined where the bot keeps silent. Never throws. */
  replyTo(event: Event): Reply | undefined;
}

/** The talk over one version of the content. */
export function createTalk(faq: Faq, matcher: Matcher): Talk {
  const content: Content = {
    faq,
    entryById: new Map(faq.entries.map((entry) => [entry.id, entry])),
    asideById: new Map<string, Aside>([...faq.topics, ...faq.smalltalk].map((a) => [a.id, a])),
    relatedTo: (entryId) => matcher.relatedTo(entryId),
  };
  return { replyTo: (event) => replyTo(event, content, matcher) };
}

function replyTo(event: Event, content: Content, matcher: Matcher): Reply | undefined {
  if (event.place.kind === "group") return undefined;
  const { place } = event;
  switch (event.kind) {
    case "started":
      return { kind: "send", place, message: startMessage(event.payload ?? "", content) };
    case "message":
      return { kind: "send", place, message: messageFor(event, content, matcher) };
    case "tap": {
      const message = tappedMessage(event, content);
      return { kind: "replace", place, callbackId: event.callbackId, message };
    }
  }
}

function startMessage(payload: string, content: Content): OutMessage {
  const entry = content.entryById.get(payload.trim());
  if (entry !== undefined) return answerMessage(content, entry);
  const greeting = join([bold(GREETING_HEADING), plain(GREETING)], "\n\n");
  return payload.trim() === ""
    ? menuMessage(content.faq, 0, greeting)
    : menuMessage(content.faq, 0, join([plain(OUTDATED_LINK), greeting], "\n\n"));
}

function messageFor(event: MessageEvent, content: Content, matcher: Matcher): OutMessage {
  const command = commandOf(event.text);
  if (command !== undefined) return commandMessage(command, content);
  const own = event.text.trim();
  const forwarded = event.forwardedText?.trim() ?? "";
  if (own === "" && forwarded === "") return withoutText(event, content);
  return questionMessage(decisionFor(own, forwarded, matcher), content, `${own}${forwarded}`);
}

/** Somebody who forwards a message and adds a word of his own may mean either: the surer one is answered. */
function decisionFor(own: string, forwarded: string, matcher: Matcher): Decision {
  const first = matcher.decide(own === "" ? forwarded : own);
  if (own === "" || forwarded === "" || first.outcome === "answer") return first;
  const second = matcher.decide(forwarded);
  return second.outcome === "answer" || first.outcome === "none" ? second : first;
}

function withoutText({ attachments }: MessageEvent, { faq }: Content): OutMessage {
  const kind = attachments[0];
  return menuMessage(faq, 0, plain(kind === undefined ? NO_WORDS : WITHOUT_TEXT[kind]));
}

const HAS_WORD = /[\p{L}\p{N}]/u;

function questionMessage(decision: Decision, content: Content, text: string): OutMessage {
  const first = decision.answers[0];
  switch (decision.outcome) {
    case "answer":
      return answersMessage(content, decision) ?? unknownMessage(content, decision);
    case "topic":
    case "smalltalk": {
      const aside = content.asideById.get(first?.item.id ?? "");
      if (aside === undefined) return unknownMessage(content, decision);
      return asideMessage(content, aside, decision);
    }
    case "suggest":
      return suggestMessage(content, decision);
    case "none":
      return HAS_WORD.test(text)
        ? unknownMessage(content, decision)
        : menuMessage(content.faq, 0, plain(NO_WORDS));
  }
}

function commandMessage(command: Command, content: Content): OutMessage {
  switch (command.name) {
    case "start":
      return startMessage(command.argument, content);
    case "menu":
      return menuMessage(content.faq);
    case "help":
      return menuMessage(content.faq, 0, helpText());
    default:
      return menuMessage(content.faq, 0, join([plain(UNKNOWN_COMMAND), helpText()], "\n\n"));
  }
}

function helpText(): RichText {
  return join([bold(HELP_HEADING), plain(HELP)], "\n\n");
}

function tappedMessage(event: TapEvent, content: Content): OutMessage {
  const payload = decodePayload(event.payload);
  switch (payload?.kind) {
    case "menu":
      return menuMessage(content.faq, payload.page);
    case "category": {
      const category = content.faq.categories.find(({ id }) => id === payload.categoryId);
      return category === undefined
        ? outdatedMessage(content)
        : categoryMessage(content.faq, category, payload.page);
    }
    case "entry": {
      const entry = content.entryById.get(payload.entryId);
      return entry === undefined ? outdatedMessage(content) : answerMessage(content, entry);
    }
    case undefined:
      return outdatedMessage(content);
  }
}

function outdatedMessage({ faq }: Content): OutMessage {
  return menuMessage(faq, 0, plain(OUTDATED_BUTTON));
}
