// Where a message may be parted into its questions, and how plainly its writer marks each of these places.
import type { Border } from "../text/tokens.ts";

/** A word with what parts it from the word before. */
export interface Segmentable {
  readonly text: string;
  readonly border: Border;
}

/**
 * How a part is tied to the one before, from the plainest mark of another question on: it is numbered or announced
 * ("и ещё вопрос", "кстати"); one question follows another and is joined to it; a sentence begins, or a question
 * behind another and a comma; there is only a conjunction or a comma, which mostly join the halves of one question.
 */
export type Tie = "announced" | "joined" | "plain" | "weak";

export interface Part<Word extends Segmentable> {
  readonly words: readonly Word[];
  readonly tie: Tie;
}

/** A part ends before the word `end`, and the next one begins with the word `next`. */
interface Seam {
  readonly end: number;
  readonly next: number;
  readonly tie: Tie;
}

const JOINING: ReadonlySet<string> = new Set(["и", "а", "также"]);
/** What follows it is mostly of the same question; what follows "или" always. */
const CONTRASTING = "но";
const LEADING_ON: ReadonlySet<string> = new Set(["еще", "потом"]);
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    "что че чего шо как какой какая какое какие каким каких какую какого какому почему зачем отчего где куда откуда " +
    "когда кто кому кого кем чем чей чья сколько насколько можно нельзя нужно надо обязательно правда"
  ).split(" "),
);
/** What leads to another question and says nothing of what is asked. */
const LEAD = new RegExp(
  "(?:(?:и|а|но|или|да|вот|еще|также|заодно|кстати|плюс|потом|во (?:первых|вторых|третьих)|" +
    "(?:(?:перв|втор|трет|последн)[а-я]+ |один )?вопрос(?: \\d{1,2})?|\\d{1,2} вопрос|" +
    "(?:хотел[аи]?|хочу|хотелось|хочется)(?: бы)? (?:спросить|узнать|уточнить)|" +
    "интересует|подскажите|скажите|объясните) )+",
  "uy",
);
/** A lead with one of these says that something else is asked. */
const ANNOUNCES = /вопрос|кстати|заодно|плюс|во вторых|спросить|узнать|уточнить|еще (?:интересует|подскажите|скажите)/u;
/** And with one of these where a sentence begins, or a question. */
const GOES_ON = /еще|также/u;
const LIST_NUMBER = /^\d{1,2}$/u;
/** A part with fewer letters is no question, nor is a half of fewer words. */
const MIN_LETTERS = 5;
const MIN_HALF = 2;
/** A sentence with more commas and conjunctions is a list or a story. */
const MAX_WEAK = 3;

/** The sentences of a message that say anything; announced questions are sentences however they are written. */
export function sentencesOf<Word extends Segmentable>(words: readonly Word[]): readonly Part<Word>[] {
  const isNew = ({ end, tie }: Seam) => tie === "announced" || words[end]?.border === "sentence";
  return partedAt(words, seamsOf(words).filter(isNew)).filter((part) => isLong(part.words));
}

/**
 * The ways to part a sentence, the most likely ones first: at all plain seams at once, then at each one in two; at weak
 * ones only where it is the whole message.
 */
export function partingsOf<Word extends Segmentable>(
  words: readonly Word[],
  isWhole: boolean,
): readonly (readonly Part<Word>[])[] {
  const seams = seamsOf(words);
  const plain = seams.filter(({ tie }) => tie !== "weak");
  const weak = seams.filter(({ tie }) => tie === "weak");
  const single = isWhole && weak.length <= MAX_WEAK ? [...plain, ...weak] : plain;
  return [...(plain.length > 1 ? [plain] : []), ...single.map((seam) => [seam])]
    .map((some) => partedAt(words, some))
    .filter((parts) => parts.every((part) => part.words.length >= MIN_HALF && isLong(part.words)));
}

/** The words parted at these of their seams; what leads to a part is left out of it. */
function partedAt<Word extends Segmentable>(words: readonly Word[], seams: readonly Seam[]): readonly Part<Word>[] {
  const next = leadAt(words, 0, textOf(words), 0).next;
  const start: Seam = { end: 0, next, tie: seams[0]?.tie ?? "plain" };
  return [start, ...seams].map((seam, place) => ({
    words: words.slice(seam.next, seams[place]?.end ?? words.length),
    tie: seam.tie,
  }));
}

/** All places where the words may be parted, in their order. */
function seamsOf(words: readonly Segmentable[]): readonly Seam[] {
  const text = textOf(words);
  const seams: Seam[] = [];
  let isAsked = false;
  let offset = 0;
  let from = 1;
  for (const [at, word] of words.entries()) {
    if (at >= from) {
      const { next, isAnnounced } = leadAt(words, at, text, offset);
      const tie = isAnnounced ? "announced" : tieAt(words, at, next, isAsked);
      if (tie !== undefined) seams.push({ end: at, next, tie });
      if (tie !== undefined) from = next + 1;
    }
    isAsked ||= asksAt(words, at);
    offset += word.text.length + 1;
  }
  return seams;
}

function textOf(words: readonly Segmentable[]): string {
  return words.map(({ text }) => `${text} `).join("");
}

/** Where what is asked begins, behind what leads to it from the word `at`, which stands in `text` at `offset`. */
function leadAt(words: readonly Segmentable[], at: number, text: string, offset: number) {
  const { text: word = "", border = "none" } = words[at] ?? {};
  const after = words[at + 1]?.border ?? "none";
  const isNumber = border === "sentence" && after !== "none" && LIST_NUMBER.test(word);
  LEAD.lastIndex = isNumber ? offset + word.length + 1 : offset;
  const lead = LEAD.exec(text)?.[0] ?? "";
  const length = lead === "" ? 0 : lead.split(" ").length - 1;
  const next = at + (isNumber ? 1 : 0) + length;
  const isMore = GOES_ON.test(lead) && (border === "sentence" || asksAt(words, next));
  return { next, isAnnounced: isNumber || isMore || ANNOUNCES.test(lead) };
}

/** `isAsked` when a question word stands before; `next` is where the part begins, behind what leads to it. */
function tieAt(words: readonly Segmentable[], at: number, next: number, isAsked: boolean): Tie | undefined {
  const { text = "", border = "none" } = words[at] ?? {};
  const joins = JOINING.has(text);
  if (border === "sentence") {
    const isQuestion = asksFrom(words, next);
    const isJoined = joins ? isQuestion || isAsked : isQuestion && isAsked;
    return isJoined && text !== "или" ? "joined" : "plain";
  }
  const asks = asksAt(words, next);
  if (joins && asks) return isAsked ? "joined" : "plain";
  // "что делать с дублями и с чатами без имени": both halves begin alike.
  if (joins && words.slice(0, at).some((word) => word.text === words[next]?.text)) return "plain";
  const isClause = border === "clause";
  const leadsOn = LEADING_ON.has(words[next - 1]?.text ?? "");
  if (isClause && ((isAsked && asks) || leadsOn)) return "plain";
  return isClause || joins || text === CONTRASTING || (isAsked && asks) ? "weak" : undefined;
}

function asksAt(words: readonly Segmentable[], at: number): boolean {
  if (words[at - 1]?.text === "потому") return false;
  return QUESTION_WORDS.has(words[at]?.text ?? "") || words[at + 1]?.text === "ли";
}

/** Whether the sentence that begins at `at` has a question word. */
function asksFrom(words: readonly Segmentable[], at: number): boolean {
  const length = words.slice(at + 1).findIndex(({ border }) => border === "sentence");
  const end = length < 0 ? words.length : at + 1 + length;
  return words.slice(at, end).some((_, offset) => asksAt(words, at + offset));
}

function isLong(words: readonly Segmentable[]): boolean {
  return words.reduce((sum, { text }) => sum + text.length, 0) >= MIN_LETTERS;
}
