// A question in a private chat: what is asked, what is answered, and whether it is left open for a person.
import type { SideTopic } from "../../faq/faq.ts";
import type { Outcome } from "../../faq/outcome.ts";
import { plain } from "../../markup/rich-text.ts";
import type { Decision, Scored } from "../../search/decide.ts";
import type { Matcher } from "../../search/matcher.ts";
import type { LastReply } from "../last-reply.ts";
import { askedNote, hasWord } from "../note.ts";
import type { OutMessage } from "../reply.ts";
import { NO_WORDS } from "../wording.ts";
import { chosenReply, replyToAct, type ActReply } from "./act-reply.ts";
import { answersMessage, sideTopicMessage, suggestMessage, unknownMessage, type Asking } from "./answers.ts";
import type { Content } from "./content.ts";
import { dialogueActOf, placeOf } from "./dialogue-act.ts";
import { menuMessage } from "./menu.ts";

export interface AskingContext extends Content, Asking {
  readonly matcher: Matcher;
  /** What was said last to the asker, if that was lately. */
  readonly last?: LastReply | undefined;
  /** Whether questions can be handed on to a person. */
  readonly hasStaff: boolean;
}

/** An item and how sure it is, 0…1. */
interface Sure {
  readonly id: string;
  readonly confidence: number;
}

/** The reply to a message, and what came of it as `ask --json` tells it. */
export interface Asked {
  readonly message: OutMessage;
  readonly outcome: Outcome;
  readonly answers: readonly Sure[];
  readonly suggestions: readonly Sure[];
}

/** `own` is what the asker wrote, `forwarded` what they forwarded; at least one of them says something. */
export function askedReply(own: string, forwarded: string, context: AskingContext): Asked {
  const talk = forwarded === "" ? talkReply(own, context) : undefined;
  if (talk !== undefined) return talk;
  const { text, decision } = questionFor(own, forwarded, context);
  // A person is asked the whole of it.
  const whole = [own, forwarded].filter((part) => part !== "").join("\n\n");
  const message = replyTo({ text, decision, whole }, context);
  const { outcome, answers, suggestions } = decision;
  return {
    message: { ...message, note: askedNote(text, decision) },
    outcome,
    answers: answers.map(sureOf),
    suggestions: suggestions.map(sureOf),
  };
}

function sureOf({ item, confidence }: Scored): Sure {
  return { id: item.id, confidence };
}

const NOTHING_SAID: LastReply = {
  kind: "suggest",
  itemIds: [],
  offeredIds: [],
  questionId: undefined,
};

/** The reply to what is said of the last one; undefined for whatever asks something. */
function talkReply(text: string, context: AskingContext): Asked | undefined {
  const act = dialogueActOf(text);
  const place = placeOf(text);
  if (act === undefined && place === undefined) return undefined;
  const isForPerson = act === "person" || act === "whom";
  if (context.last === undefined && !isForPerson) return undefined;
  const { outcome, answers } = context.matcher.decide(text);
  const isWritten = answers[0]?.confidence === 1 && outcome !== "smalltalk";
  if (isWritten) return undefined;
  const known = { ...context, last: context.last ?? NOTHING_SAID };
  const reply =
    (place === undefined ? undefined : chosenReply(place, known)) ??
    (act === undefined ? undefined : replyToAct(act, text, known));
  return reply && askedOf(reply);
}

function askedOf({ message, outcome, ids }: ActReply): Asked {
  const sure = ids.map((id) => ({ id, confidence: 1 }));
  const isOffer = outcome === "suggest";
  return { message, outcome, answers: isOffer ? [] : sure, suggestions: isOffer ? sure : [] };
}

/** What is asked, and what the matcher makes of it. */
interface Question {
  readonly text: string;
  readonly decision: Decision;
}

/** Somebody who forwards a message and adds a word of their own may mean either: the surer one is answered. */
function questionFor(own: string, forwarded: string, { matcher, last }: AskingContext): Question {
  const text = own === "" ? forwarded : own;
  const earlier = last === undefined ? [] : [...last.itemIds, ...offeredIn(last)];
  const first = { text, decision: matcher.decide(text, own === "" ? [] : earlier) };
  const { outcome } = first.decision;
  if (own === "" || forwarded === "" || outcome === "answer") return first;
  const second = { text: forwarded, decision: matcher.decide(forwarded) };
  return second.decision.outcome === "answer" || outcome === "none" ? second : first;
}

/** Where nothing was answered yet, the talk is about what was offered first. */
function offeredIn({ kind, offeredIds }: LastReply): readonly string[] {
  return kind === "suggest" ? offeredIds.slice(0, 1) : [];
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
