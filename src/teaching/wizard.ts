// «Новая тема»: an administrator sends a question and an answer, sees the entry and saves it, or leaves at any step.
import {
  askAnswerMessage,
  askCategoryMessage,
  askQuestionMessage,
  cancelledMessage,
  noDraftMessage,
  previewMessage,
  savedMessage,
} from "../dialog/admin/wizard-messages.ts";
import { decodeDraftOrder, type DraftOrder } from "../dialog/admin/wizard-request.ts";
import { ASK_TEXT } from "../dialog/admin/wizard-wording.ts";
import type { MessageEvent } from "../dialog/event.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { pasteMessage, refusedMessage } from "../dialog/admin/teach-outcome.ts";
import { addEntry } from "../faq/edit/add-entry.ts";
import type { Category } from "../faq/faq.ts";
import type { Draft, Drafts } from "./wizard-state.ts";
import { markAnswered } from "./mark-answered.ts";
import { previewEntry } from "./preview-entry.ts";
import { phraseOf } from "./teach-group.ts";
import type { TeachParts } from "./teach-parts.ts";

export interface NewTopicParts extends TeachParts {
  readonly drafts: Drafts;
  /** The text of the content that is live. */
  readonly text: () => string;
}

/** The command and its buttons; undefined for a button that is none of ours. */
export async function newTopicMessage(
  userId: number,
  argument: string,
  parts: NewTopicParts,
): Promise<OutMessage | undefined> {
  const order = decodeDraftOrder(argument);
  if (order === undefined) return undefined;
  if (order.kind === "begin") return goOn(userId, {}, parts);
  if (order.kind === "from") return goOn(userId, await draftFrom(order, parts), parts);
  const draft = await parts.drafts.read(userId);
  if (draft === undefined) return noDraftMessage();
  return onDraft(userId, draft, order, parts);
}

async function draftFrom(
  { pool, questionId }: Extract<DraftOrder, { readonly kind: "from" }>,
  { questions }: NewTopicParts,
): Promise<Draft> {
  const group = await questions.find(pool, questionId);
  const from = { pool, questionId };
  const question = group && phraseOf(group);
  return question === undefined ? { from } : { from, question };
}

type DraftStep = Exclude<DraftOrder, { readonly kind: "begin" | "from" }>;

async function onDraft(
  userId: number,
  draft: Draft,
  order: DraftStep,
  parts: NewTopicParts,
): Promise<OutMessage> {
  // What the message before it said is no longer to be changed by editing it.
  const { taken: _, ...rest } = draft;
  switch (order.kind) {
    case "question":
      return goOn(userId, { ...rest, question: undefined }, parts);
    case "answer":
      return goOn(userId, { ...rest, answer: undefined }, parts);
    case "category":
      return goOn(userId, { ...draft, categoryId: order.categoryId }, parts);
    case "cancel":
      await parts.drafts.remove(userId);
      return cancelledMessage();
    case "save":
      return save(userId, draft, parts);
  }
}

/**
 * What somebody with an open draft writes; undefined where nothing was asked of him, and what he writes is an ordinary
 * question. The same message again, edited or after a kill, changes what it gave.
 */
export async function takenMessage(
  { place: { userId }, text: own, forwardedText, messageId }: MessageEvent,
  parts: NewTopicParts,
): Promise<OutMessage | undefined> {
  const draft = await parts.drafts.read(userId);
  if (draft === undefined) return undefined;
  const step = draft.taken?.messageId === messageId ? draft.taken.step : missingIn(draft);
  if (step === undefined) return undefined;
  const text = own.trim() === "" ? (forwardedText ?? "").trim() : own.trim();
  if (/^отмена[.!]?$/iu.test(text)) {
    await parts.drafts.remove(userId);
    return cancelledMessage();
  }
  if (text === "")
    return step === "question"
      ? askQuestionMessage(ASK_TEXT)
      : askAnswerMessage(draft.question ?? "", ASK_TEXT);
  return goOn(userId, { ...draft, [step]: text, taken: { messageId, step } }, parts);
}

function missingIn({ question, answer }: Draft): "question" | "answer" | undefined {
  if (question === undefined) return "question";
  return answer === undefined ? "answer" : undefined;
}

/** Stands for an answer that is fit, where the question alone is looked at. */
const ANY_ANSWER = "…";

/** Keeps the draft and asks for what it lacks; what will not do is asked for again. */
async function goOn(userId: number, given: Draft, parts: NewTopicParts): Promise<OutMessage> {
  const { categories } = parts.content().faq;
  const [only, ...others] = categories;
  const isThere = categories.some(({ id }) => id === given.categoryId);
  const draft = isThere ? given : { ...given, categoryId: undefined };
  const { question, answer } = draft;
  const keep = (kept: Draft) => parts.drafts.write(userId, kept);
  if (question === undefined) {
    await keep(draft);
    return askQuestionMessage();
  }
  const categoryId = draft.categoryId ?? only?.id ?? "";
  const previewWith = (text: string) =>
    previewEntry(parts.text(), { categoryId, question, answer: text });
  const preview = previewWith(answer ?? ANY_ANSWER);
  if (answer === undefined || preview.kind === "unfit") {
    // The question alone: what is wrong with it is said before an answer is written, or blamed.
    const trial = answer === undefined ? preview : previewWith(ANY_ANSWER);
    if (trial.kind === "unfit") {
      await keep({ ...draft, question: undefined });
      return askQuestionMessage(trial.reason);
    }
    await keep({ ...draft, answer: undefined });
    return askAnswerMessage(question, preview.kind === "unfit" ? preview.reason : undefined);
  }
  await keep(draft);
  return draft.categoryId === undefined && others.length > 0
    ? askCategoryMessage(question, likelyFirst(question, parts))
    : previewMessage(preview.entry);
}

function likelyFirst(question: string, { content }: NewTopicParts): readonly Category[] {
  const { faq, decide } = content();
  const ids = decide(question).nearest.flatMap(
    ({ item }) => faq.entries.find(({ id }) => id === item.id)?.categoryId ?? [],
  );
  const likely = ids.flatMap((id) => faq.categories.find((category) => category.id === id) ?? []);
  return [...new Set([...likely, ...faq.categories])];
}

async function save(userId: number, draft: Draft, parts: NewTopicParts): Promise<OutMessage> {
  const { question, answer, from } = draft;
  const categories = parts.content().faq.categories;
  const categoryId = draft.categoryId ?? (categories.length === 1 ? categories[0]?.id : undefined);
  if (question === undefined || answer === undefined || categoryId === undefined)
    return goOn(userId, draft, parts);
  const outcome = await parts.editor.apply((text) =>
    addEntry(text, { categoryId, question, answer }),
  );
  // The draft stays: what is refused may be put right.
  if (outcome.kind === "refused")
    return refusedMessage(outcome.refusal, askAnswerMessage(question).keyboard);
  await parts.drafts.remove(userId);
  if (outcome.kind === "read-only") return pasteMessage(outcome.paste, []);
  const isLive = await parts.reload();
  const { change, editId } = outcome;
  if (from !== undefined && change.kind === "entry")
    await markAnswered(from, change.id, editId, parts);
  return savedMessage({ question, editId, isLive });
}
