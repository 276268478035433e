// A question in a private chat: what is asked, what is answered, and whether it is left open for a person.
import type { SideTopic } from "../../faq/faq.ts";
import { plain } from "../../markup/rich-text.ts";
import type { Decision } from "../../search/decide.ts";
import type { Matcher } from "../../search/matcher.ts";
import { askedNote, hasWord } from "../note.ts";
import type { OutMessage } from "../reply.ts";
import { NO_WORDS } from "../wording.ts";
import {
  answersMessage,
  sideTopicMessage,
  suggestMessage,
  unknownMessage,
  type Asking,
  type Content,
} from "./answers.ts";
import { menuMessage } from "./menu.ts";

export interface AskingContext extends Content, Asking {
  readonly matcher: Matcher;
}

/** `own` is what the asker wrote, `forwarded` what they forwarded; at least one of them says something. */
export function questionMessage(
  own: string,
  forwarded: string,
  context: AskingContext,
): OutMessage {
  const { text, decision } = questionFor(own, forwarded, context.matcher);
  // A person is asked the whole of it.
  const whole = [own, forwarded].filter((part) => part !== "").join("\n\n");
  const message = replyTo({ text, decision, whole }, context);
  return { ...message, note: askedNote(text, decision) };
}

/** What is asked, and what the matcher makes of it. */
interface Question {
  readonly text: string;
  readonly decision: Decision;
}

/** Somebody who forwards a message and adds a word of their own may mean either: the surer one is answered. */
function questionFor(own: string, forwarded: string, matcher: Matcher): Question {
  const text = own === "" ? forwarded : own;
  const first = { text, decision: matcher.decide(text) };
  const { outcome } = first.decision;
  if (own === "" || forwarded === "" || outcome === "answer") return first;
  const second = { text: forwarded, decision: matcher.decide(forwarded) };
  return second.decision.outcome === "answer" || outcome === "none" ? second : first;
}

function replyTo(
  { text, decision, whole: openQuestion }: Question & { readonly whole: string },
  context: AskingContext,
): OutMessage {
  const unknown = () => ({ ...unknownMessage(context, decision), openQuestion });
  switch (decision.outcome) {
    case "answer":
      return answersMessage(context, decision, context) ?? unknown();
    case "topic":
    case "smalltalk": {
      const sideTopic = context.sideTopicById.get(decision.answers[0]?.item.id ?? "");
      if (sideTopic === undefined) return unknown();
      const message = sideTopicMessage(context, sideTopic, decision, context);
      return sendsToSchool(sideTopic, context) ? { ...message, openQuestion } : message;
    }
    case "suggest":
      return { ...suggestMessage(context, decision, context), openQuestion };
    case "none":
      return hasWord(text) ? unknown() : menuMessage(context, plain(NO_WORDS));
  }
}

/** Where the content itself says whom at the school to ask, the bot may ask in their place. */
function sendsToSchool({ answer }: SideTopic, { faq }: Content): boolean {
  return faq.organization.contact !== "" && answer.includes(faq.organization.contact);
}
