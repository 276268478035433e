// A message that goes on with the talk: what it asks alone, read beside what the talk was about.
import { contentWordsOf } from "../text/courtesy.ts";
import { MAX_SUGGESTIONS, type Decision } from "./decide.ts";
import type { Item } from "./items.ts";

/** How a message goes on with what was said before. */
type Kind = "leaning" | "bare" | "whole";

/**
 * So sure must a message be of what it asks alone: surer where it leans on what was said before. Measured, as the other
 * numbers here (docs/search.md): below, half of the answers miss what people go on to ask.
 */
const LEAST_SURE: Readonly<Record<Kind, number>> = { leaning: 0.85, bare: 0.8, whole: 0.65 };
/** The same for a topic, which sends people elsewhere. */
const LEAST_SURE_TOPIC: Readonly<Record<Kind, number>> = { leaning: 0.7, bare: 0.6, whole: 0.5 };
/** What was just answered is answered again only where it is asked as clearly as this. */
const LEAST_SURE_AGAIN = 0.9;
/** And for small talk. */
const LEAST_SURE_SMALL_TALK = 0.3;
/** So likely alone, an entry is offered before what the talk was about. */
const LIKELIER = 0.5;

/** A message of more words with a meaning says itself what it is about. */
const MAX_CONTENT_WORDS = 6;
/** One of fewer hardly does. */
const FEW_CONTENT_WORDS = 2;

/** Words, folded, that begin what goes on with something. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  "а и ну но или так тогда ладно хорошо то эм э м да нет ок же тоже еще".split(" "),
);
/** Words, folded, that stand for something said before. */
const STAND_INS: ReadonlySet<string> = new Set(
  (
    "это этот эта эту эти этого этой этим этому этих этом он она оно они его ее их ему ей им него нее них нему ней ним " +
    "там туда тут тоже также такой такая такое такие такого такую тот та ту те того той тех тем том какой-то сам сама сами " +
    "который которая которые которого тогда"
  ).split(" "),
);

/** Words, folded, that ask about something said before where they stand without another with a meaning. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    "почему зачем отчего когда сколько кто кому кого кем чем чего чей чья чье чьи какой какая какое какие какого какую " +
    "каких каким какому какими который куда откуда где как что надолго насколько"
  ).split(" "),
);

/** One more than for a question: what the talk was about takes one place. */
const MAX_OFFERED = MAX_SUGGESTIONS + 1;

/** The bot, spoken to. */
const ADDRESS: ReadonlySet<string> = new Set("ты тебя тебе тобой вы вас вам вами".split(" "));

interface Word {
  readonly text: string;
}

function kindOf(words: readonly Word[]): Kind {
  const leans = BEGINNINGS.has(words[0]?.text ?? "") || words.some(({ text }) => STAND_INS.has(text));
  if (leans) return "leaning";
  return countContent(words) <= FEW_CONTENT_WORDS ? "bare" : "whole";
}

function countContent(words: readonly Word[]): number {
  return contentWordsOf(words).filter(({ text }) => !QUESTION_WORDS.has(text)).length;
}

/** Whether a message is a question of no words with a meaning: «почему», «а кому». One about the bot is none: «ты кто». */
function isBareQuestion(words: readonly Word[]): boolean {
  const has = (some: ReadonlySet<string>) => words.some(({ text }) => some.has(text));
  return countContent(words) === 0 && has(QUESTION_WORDS) && !has(ADDRESS);
}

/**
 * `alone` is what the message asks alone, `earlier` the entries that the talk was about, best first; `relatedOf` finds
 * those near to them, which is only looked for where something is asked back. What is sure alone stays; anything else that goes on with the talk is asked back, with what the talk was about among the choices: a word
 * of the message may be about anything, and answering is only for what was understood.
 */
export function decideFollowUp(
  words: readonly Word[],
  alone: Decision,
  earlier: readonly Item[],
  relatedOf: () => readonly Item[],
): Decision {
  if (earlier.length === 0 || standsAlone(words, alone, earlier)) return alone;
  const topics = alone.outcome === "topic" ? alone.answers : [];
  const found = [...(alone.outcome === "answer" ? alone.answers : []), ...alone.suggestions];
  const own = found.filter(({ item }) => !earlier.includes(item));
  const withLikeliness = (item: Item) => ({ item, confidence: likelinessOf(item, alone) });
  const before = earlier.map(withLikeliness);
  const isLikelier = (own[0]?.confidence ?? 0) >= LIKELIER;
  const ranked = isLikelier ? [...own.slice(0, 1), ...before, ...own.slice(1)] : [...before, ...own];
  const known = new Set(ranked.map(({ item }) => item));
  const near = relatedOf()
    .filter((item) => !known.has(item))
    .map(withLikeliness);
  const offered = [...ranked, ...near];
  return {
    outcome: "suggest",
    answers: [],
    suggestions: offered.slice(0, MAX_OFFERED),
    asides: topics,
    nearest: alone.nearest,
  };
}

function standsAlone(
  words: readonly Word[],
  { outcome, answers, nearest }: Decision,
  earlier: readonly Item[],
): boolean {
  const confidence = answers[0]?.confidence ?? 0;
  if (outcome === "smalltalk") return !isBareQuestion(words) && confidence >= LEAST_SURE_SMALL_TALK;
  // It is written so in the content, word for word.
  if (confidence === 1) return true;
  const content = countContent(words);
  const kind = kindOf(words);
  // Nothing of it is like anything.
  if (nearest.length === 0 && content > 0 && kind !== "leaning") return true;
  if (answers.length > 1 || (kind === "whole" && content > MAX_CONTENT_WORDS)) return true;
  const least = outcome === "topic" ? LEAST_SURE_TOPIC : LEAST_SURE;
  if (earlier.some((item) => item === answers[0]?.item)) return kind !== "leaning" && confidence >= LEAST_SURE_AGAIN;
  return confidence >= least[kind];
}

function likelinessOf(item: Item, { nearest }: Decision): number {
  return nearest.find((one) => one.item === item)?.confidence ?? 0;
}
