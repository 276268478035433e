// The wizard: an administrator sends a question and an answer, sees the entry and saves it, or leaves at any step.
import {
  askAnswerMessage,
  askCategoryMessage,
  askQuestionMessage,
  cancelledMessage,
  noWizardMessage,
  previewMessage,
  savedMessage,
  ASK_TEXT,
} from "../dialog/admin/wizard-messages.ts";
import { decodeWizardRequest, type WizardRequest } from "../dialog/admin/wizard-request.ts";
import type { MessageEvent } from "../dialog/event.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { pasteMessage, refusedMessage } from "../dialog/admin/teach-outcome.ts";
import { addEntry } from "../faq/edit/add-entry.ts";
import { wordRefusal } from "../faq/edit/word-refusal.ts";
import type { Category, Entry } from "../faq/faq.ts";
import { parseFaq } from "../faq/parse.ts";
import { isError } from "../faq/problems/problem.ts";
import { problemAsSentence } from "../faq/problems/word-problem.ts";
import { markAnswered, phraseOf, type TeachParts } from "./teach.ts";
import type { WizardState, WizardStates } from "./wizard-state.ts";

export interface WizardParts extends TeachParts {
  readonly wizardStates: WizardStates;
  /** The text of the content that is live. */
  readonly text: () => string;
}

/** The command and its buttons; undefined for a button that is none of ours. */
export async function wizardMessage(
  userId: number,
  argument: string,
  parts: WizardParts,
): Promise<OutMessage | undefined> {
  const request = decodeWizardRequest(argument);
  if (request === undefined) return undefined;
  if (request.kind === "begin") return goOn(userId, {}, parts);
  if (request.kind === "from") return goOn(userId, await stateFrom(request, parts), parts);
  const state = await parts.wizardStates.read(userId);
  if (state === undefined) return noWizardMessage();
  return onStep(userId, state, request, parts);
}

async function stateFrom(
  { pool, questionId }: Extract<WizardRequest, { readonly kind: "from" }>,
  { questions }: WizardParts,
): Promise<WizardState> {
  const group = await questions.find(pool, questionId);
  const from = { pool, questionId };
  const question = group && phraseOf(group);
  return question === undefined ? { from } : { from, question };
}

type StepRequest = Exclude<WizardRequest, { readonly kind: "begin" | "from" }>;

async function onStep(
  userId: number,
  state: WizardState,
  request: StepRequest,
  parts: WizardParts,
): Promise<OutMessage> {
  // What the message before it said is no longer to be changed by editing it.
  const { taken: _, ...rest } = state;
  switch (request.kind) {
    case "question":
      return goOn(userId, { ...rest, question: undefined }, parts);
    case "answer":
      return goOn(userId, { ...rest, answer: undefined }, parts);
    case "category":
      return goOn(userId, { ...state, categoryId: request.categoryId }, parts);
    case "cancel":
      await parts.wizardStates.remove(userId);
      return cancelledMessage();
    case "save":
      return save(userId, state, parts);
  }
}

/**
 * The answer to what is written while the wizard is open; undefined where nothing was asked for, and it is an ordinary
 * question. The same message again, edited or after a kill, changes what it gave.
 */
export async function wizardMessageOnText(
  { place: { userId }, text: own, forwardedText, messageId }: MessageEvent,
  parts: WizardParts,
): Promise<OutMessage | undefined> {
  const state = await parts.wizardStates.read(userId);
  if (state === undefined) return undefined;
  const step = state.taken?.messageId === messageId ? state.taken.step : missingIn(state);
  if (step === undefined) return undefined;
  const text = own.trim() === "" ? (forwardedText ?? "").trim() : own.trim();
  if (/^отмена[.!]?$/iu.test(text)) {
    await parts.wizardStates.remove(userId);
    return cancelledMessage();
  }
  if (text === "")
    return step === "question" ? askQuestionMessage(ASK_TEXT) : askAnswerMessage(state.question ?? "", ASK_TEXT);
  return goOn(userId, { ...state, [step]: text, taken: { messageId, step } }, parts);
}

function missingIn({ question, answer }: WizardState): "question" | "answer" | undefined {
  if (question === undefined) return "question";
  return answer === undefined ? "answer" : undefined;
}

/** Stands for an answer that is fit, where the question alone is looked at. */
const ANY_ANSWER = "…";

/** Keeps what was given and asks for what is missing; what will not do is asked for again. */
async function goOn(userId: number, given: WizardState, parts: WizardParts): Promise<OutMessage> {
  const { categories } = parts.content().faq;
  const [only, ...others] = categories;
  const isThere = categories.some(({ id }) => id === given.categoryId);
  const state = isThere ? given : { ...given, categoryId: undefined };
  const { question, answer } = state;
  const keep = (kept: WizardState) => parts.wizardStates.write(userId, kept);
  if (question === undefined) {
    await keep(state);
    return askQuestionMessage();
  }
  const categoryId = state.categoryId ?? only?.id ?? "";
  const previewWith = (text: string) => previewOf(parts.text(), { categoryId, question, answer: text });
  const preview = previewWith(answer ?? ANY_ANSWER);
  if (answer === undefined || preview.kind === "unfit") {
    // The question alone: what is wrong with it is said before an answer is written, or blamed.
    const trial = answer === undefined ? preview : previewWith(ANY_ANSWER);
    if (trial.kind === "unfit") {
      await keep({ ...state, question: undefined });
      return askQuestionMessage(trial.reason);
    }
    await keep({ ...state, answer: undefined });
    return askAnswerMessage(question, preview.kind === "unfit" ? preview.reason : undefined);
  }
  await keep(state);
  return state.categoryId === undefined && others.length > 0
    ? askCategoryMessage(question, likelyFirst(question, parts))
    : previewMessage(preview.entry);
}

type EntryPreview =
  { readonly kind: "entry"; readonly entry: Entry } | { readonly kind: "unfit"; readonly reason: string };

/** Whoever has more to mend hears of the rest when these are mended. */
const MAX_REASONS = 3;

/** The entry as it would be: made of the text it would be written into, so that nothing differs later. */
function previewOf(text: string, given: Parameters<typeof addEntry>[1]): EntryPreview {
  const edited = addEntry(text, given);
  if (edited.kind === "refused") return { kind: "unfit", reason: wordRefusal(edited.refusal) };
  const parsed = parseFaq(edited.text);
  if (parsed.kind === "problems") {
    const errors = parsed.problems.filter(isError);
    return { kind: "unfit", reason: errors.slice(0, MAX_REASONS).map(problemAsSentence).join(" ") };
  }
  const { change } = edited;
  const entry = parsed.faq.entries.find(({ id }) => change.kind === "entry" && id === change.id);
  if (entry === undefined) throw new Error("Previewing a new entry: the edit added none");
  return { kind: "entry", entry };
}

function likelyFirst(question: string, { content }: WizardParts): readonly Category[] {
  const { faq, decide } = content();
  const ids = decide(question).nearest.flatMap(
    ({ item }) => faq.entries.find(({ id }) => id === item.id)?.categoryId ?? [],
  );
  const likely = ids.flatMap((id) => faq.categories.find((category) => category.id === id) ?? []);
  return [...new Set([...likely, ...faq.categories])];
}

async function save(userId: number, state: WizardState, parts: WizardParts): Promise<OutMessage> {
  const { question, answer, from } = state;
  const categories = parts.content().faq.categories;
  const categoryId = state.categoryId ?? (categories.length === 1 ? categories[0]?.id : undefined);
  if (question === undefined || answer === undefined || categoryId === undefined) return goOn(userId, state, parts);
  const outcome = await parts.editor.apply((text) => addEntry(text, { categoryId, question, answer }));
  // The wizard stays open: what is refused may be put right.
  if (outcome.kind === "refused") return refusedMessage(outcome.refusal, askAnswerMessage(question).keyboard);
  await parts.wizardStates.remove(userId);
  if (outcome.kind === "read-only") return pasteMessage(outcome.paste, []);
  const isLive = await parts.reload();
  const { change, editId } = outcome;
  if (from !== undefined && change.kind === "entry") await markAnswered(from, change.id, editId, parts);
  return savedMessage({ question, editId, isLive });
}
