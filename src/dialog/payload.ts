// What a button carries: the whole state of the conversation, so that keyboards of last month still work.
import { VOTE_REASONS, VOTE_VALUES, type VoteReason, type VoteValue } from "../journal/records.ts";

/** What is voted on: all that the message needs to be shown again. */
export interface VoteSubject {
  /** Of an entry, or of a topic. */
  readonly entryId: string;
  /** The question that was answered; undefined where the entry was just opened. */
  readonly questionId: string | undefined;
  /** The entries that the question may have meant instead, at most four. */
  readonly otherIds: readonly string[];
  /** All entries that the message answers with, in their order, where there are several. */
  readonly answerIds?: readonly string[] | undefined;
}

export type Payload = Wish & {
  /** Replied to by a new message: what it stands under is to stay. */
  readonly isAnew?: true;
};

type Wish =
  | { readonly kind: "menu"; readonly page: number }
  | { readonly kind: "category"; readonly categoryId: string; readonly page: number }
  /** Of an entry or a topic; with the question for which the entry was offered, where it was. */
  | {
      readonly kind: "entry";
      readonly entryId: string;
      readonly questionId?: string | undefined;
    }
  | { readonly kind: "share"; readonly entryId: string }
  | { readonly kind: "share-bot" }
  | { readonly kind: "vote"; readonly value: VoteValue; readonly subject: VoteSubject }
  | { readonly kind: "reason"; readonly reason: VoteReason; readonly subject: VoteSubject }
  /** Delete what is tied to the one who taps. */
  | { readonly kind: "forget" }
  /** A command of administrators; what the argument means is the command's own affair. */
  | { readonly kind: "admin"; readonly command: string; readonly argument: string }
  /** To be handed on to a person. */
  | { readonly kind: "person"; readonly questionId: string }
  | NotThat;

/** None of the entries that were offered is what was asked. */
export interface NotThat {
  readonly kind: "not-that";
  readonly questionId: string | undefined;
  readonly offeredIds: readonly string[];
  /** By what the question can be handed on to a person, where it can. */
  readonly personId?: string | undefined;
}

/** The mark of what is replied to anew; no id of a question, and no number of a page. */
const ANEW = "new";

/** Changes when old payloads can no longer be read; buttons of other versions get the friendly "outdated" answer. */
const VERSION = "1";
const MAX_PAGE = 1000;
const MAX_OTHERS = 4;

/** At most 560 of the 1,024 characters MAX allows: ids have at most 60. Only administrators' buttons may carry more. */
export function encodePayload(payload: Payload): string {
  const mark = payload.isAnew === true ? [ANEW] : [];
  return [VERSION, payload.kind, ...fieldsOf(payload), ...mark].join(":");
}

function fieldsOf(payload: Wish): readonly string[] {
  switch (payload.kind) {
    case "menu":
      return [`${payload.page}`];
    case "category":
      return [payload.categoryId, `${payload.page}`];
    case "entry": {
      const { entryId, questionId } = payload;
      return questionId === undefined ? [entryId] : [entryId, questionId];
    }
    case "share":
      return [payload.entryId];
    case "share-bot":
    case "forget":
      return [];
    case "vote":
      return [payload.value, ...fieldsOfSubject(payload.subject)];
    case "reason":
      return [payload.reason, ...fieldsOfSubject(payload.subject)];
    case "admin":
      return [payload.command, payload.argument];
    case "person":
      return [payload.questionId];
    case "not-that":
      return [payload.questionId ?? "", payload.offeredIds.join(","), payload.personId ?? ""];
  }
}

function fieldsOfSubject(subject: VoteSubject): readonly string[] {
  const { entryId, questionId = "", otherIds, answerIds } = subject;
  const fields = [entryId, questionId, otherIds.slice(0, MAX_OTHERS).join(",")];
  return answerIds === undefined ? fields : [...fields, answerIds.join(",")];
}

/** What a tapped button meant, or undefined for one that is outdated or forged. */
export function decodePayload(text: string): Payload | undefined {
  const [version, kind = "", ...fields] = text.split(":");
  if (version !== VERSION) return undefined;
  const canBeAnew = kind === "entry" || kind === "category";
  if (!canBeAnew || fields.length < 2 || fields.at(-1) !== ANEW) return wishOf(kind, fields);
  const wish = wishOf(kind, fields.slice(0, -1));
  return wish && { ...wish, isAnew: true };
}

function wishOf(kind: string, fields: readonly string[]): Wish | undefined {
  const [first = "", second = "", ...rest] = fields;
  switch (kind) {
    case "menu":
      return fields.length === 1 ? withPage(first, (page) => ({ kind, page })) : undefined;
    case "category":
      if (fields.length !== 2 || first === "") return undefined;
      return withPage(second, (page) => ({ kind, categoryId: first, page }));
    case "entry":
      return entryOf(fields);
    case "share":
      return fields.length === 1 && first !== "" ? { kind, entryId: first } : undefined;
    case "share-bot":
    case "forget":
      return fields.length === 0 ? { kind } : undefined;
    case "vote":
      return withChoice(VOTE_VALUES, fields, (value, subject) => ({ kind, value, subject }));
    case "reason":
      return withChoice(VOTE_REASONS, fields, (reason, subject) => ({ kind, reason, subject }));
    case "admin":
      return { kind, command: first, argument: [second, ...rest].join(":") };
    case "person":
      return fields.length === 1 && first !== "" ? { kind, questionId: first } : undefined;
    case "not-that":
      return notThatOf(fields);
    default:
      return undefined;
  }
}

function entryOf([entryId = "", questionId, ...rest]: readonly string[]): Wish | undefined {
  if (entryId === "" || rest.length > 0) return undefined;
  if (questionId === undefined) return { kind: "entry", entryId };
  return isQuestionId(questionId) ? { kind: "entry", entryId, questionId } : undefined;
}

function notThatOf([question = "", offered = "", person = "", ...rest]: readonly string[]) {
  const offeredIds = offered === "" ? [] : offered.split(",");
  const isKnown = question === "" || isQuestionId(question);
  if (!isKnown || rest.length > 0 || offeredIds.length > MAX_OTHERS) return undefined;
  const questionId = question === "" ? undefined : question;
  const personId = person === "" ? {} : { personId: person };
  return { kind: "not-that" as const, questionId, offeredIds, ...personId };
}

function withChoice<T extends string>(
  choices: readonly T[],
  [first = "", entryId = "", questionId = "", others = "", answers, ...rest]: readonly string[],
  make: (choice: T, subject: VoteSubject) => Wish,
): Wish | undefined {
  const choice = choices.find((one) => one === first);
  const otherIds = others === "" ? [] : others.split(",");
  const answerIds = answers?.split(",");
  const isKnown = questionId === "" || isQuestionId(questionId);
  if (choice === undefined || entryId === "" || !isKnown || rest.length > 0) return undefined;
  if (otherIds.length > MAX_OTHERS || (answerIds?.length ?? 0) > MAX_OTHERS) return undefined;
  return make(choice, {
    entryId,
    questionId: questionId === "" ? undefined : questionId,
    otherIds,
    ...(answerIds === undefined ? {} : { answerIds }),
  });
}

/** The first 16 characters of a base64url hash. */
export function isQuestionId(text: string): boolean {
  return /^[\w-]{16}$/u.test(text);
}

function withPage(text: string, make: (page: number) => Wish): Wish | undefined {
  if (!/^\d{1,4}$/u.test(text)) return undefined;
  const page = Number(text);
  return page <= MAX_PAGE ? make(page) : undefined;
}
