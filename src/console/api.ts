// What the pages of the console and their server say to each other: types alone, so that a page takes no server along.
import type { Pool } from "../journal/open-group.ts";
import type { LineChange } from "../compare/line-diff.ts";
import type { Reply, ReplyWeight } from "../compare/compare-replies.ts";
import type { Button } from "../dialog/reply.ts";
import type { SideTopicFields, EntryFields, ItemChange } from "../faq/edit/item-fields.ts";
import type { Paste } from "../faq/edit/paste.ts";
import type { RichText } from "../markup/rich-text.ts";
import type { CandidateExplanation, Explanation } from "../search/explanation.ts";
import type { Outcome } from "../faq/outcome.ts";
import type { Counts } from "../journal/counts.ts";
import type { DayCounts } from "../journal/figures.ts";
import type { VoteFigures } from "../journal/vote-figures.ts";

// The fields of items that can be edited, as they are in the file.
export type { SideTopicFields, EntryFields };

/** All paths begin with this; bodies and answers are JSON. A refusal has a 4xx status and is a Failure. */
export const API = "/console/api";

/** What went wrong, in Russian, fit to be shown. */
export interface Failure {
  readonly message: string;
}

/** `GET session`. Nobody needs to sign in where it is "open": the preview on this computer. */
export interface Session {
  readonly kind: "signed-in" | "signed-out" | "open";
  /** The name of the school; only for those who are in. */
  readonly organization?: string;
  /** Whether the chat page of the local MAX is at `/`. */
  readonly hasChat?: boolean;
}

/** `POST session`; 401 for a wrong token, 429 with `Retry-After` for too many attempts. `DELETE session` signs out. */
export interface SignIn {
  readonly token: string;
}

// ---- Overview: `GET overview?from&to&place`, days of Moscow (2026-11-25), both with; place: all, private or group.

export interface Overview {
  readonly firstDay: string;
  readonly lastDay: string;
  /** The first day that anything is kept of; undefined where nothing was asked yet. */
  readonly knownFrom: string | undefined;
  readonly questions: number;
  readonly people: number;
  readonly outcomes: Counts;
  readonly solvedByTap: number;
  /** Answered directly, by a topic, or by a tap on a suggestion; of all but small talk, 0…1; undefined where nothing was asked. */
  readonly solvedShare: number | undefined;
  /** The same of the period of equal length before it; undefined where not all of its days are kept. */
  readonly before:
    { readonly questions: number; readonly solvedShare: number | undefined } | undefined;
  readonly places: { readonly private: number; readonly group: number };
  readonly votes: VoteFigures;
  readonly entries: readonly TopItem[];
  readonly topics: readonly TopItem[];
  readonly days: readonly DayCounts[];
  /** By hour of the day in Moscow, 0…23. */
  readonly hours: readonly Counts[];
}

export interface TopItem {
  readonly id: string;
  /** The id where the content has no such item any more. */
  readonly title: string;
  readonly count: number;
  readonly up: number;
  readonly down: number;
}

// ---- The questions behind a figure: `GET questions?from&to&place&outcome&item&hour&vote&text&before`, each but the days optional.

/** `outcome`: several with commas; `solved`: by-tap, or anyhow (answered, a topic or a tap); `item`: an id; `vote`: down (a 👍 is kept without its question); `text`: a part of it. Newest first, 50 a page. */
export interface QuestionPage {
  /** All that match, not of this page alone. */
  readonly total: number;
  readonly questions: readonly JournalRow[];
  /** For `before`, where there are more. */
  readonly next: string | undefined;
  /** The item that is asked for. */
  readonly item: Titled | undefined;
}

export interface JournalRow {
  readonly id: string;
  /** Unix ms. */
  readonly at: number;
  readonly text: string;
  readonly outcome: Outcome;
  readonly item: Titled | undefined;
  readonly chosen: Titled | undefined;
  readonly confidence: number | undefined;
  readonly place: "private" | "group";
  readonly vote: "down" | undefined;
  /** In Russian what an administrator did about it. */
  readonly handled: string | undefined;
}

export interface Titled {
  readonly id: string;
  readonly title: string;
}

// ---- Unanswered: `GET unanswered?pool`; pool: unanswered or disliked.

export interface UnansweredList {
  /** How many days are looked at. */
  readonly days: number;
  /** Most frequent first, a hundred at most; the rest comes up as these are dealt with. */
  readonly groups: readonly UnansweredGroup[];
  /** How many there are, those that are not listed too. */
  readonly total: number;
  /** How many the other pool has. */
  readonly others: number;
}

export interface UnansweredGroup {
  /** Names the group in requests. */
  readonly questionId: string;
  readonly text: string;
  readonly otherTexts: readonly string[];
  readonly count: number;
  readonly people: number;
  /** Unix ms. */
  readonly lastAt: number;
  /** What people said against the answer, in Russian, with how many. */
  readonly reasons: readonly { readonly title: string; readonly count: number }[];
  readonly answeredWith: readonly Titled[];
  /** Entries and topics, best first, with the words that speak for each; none that it was answered with in vain. */
  readonly guesses: readonly CandidateExplanation[];
  /** What the bot would do with it today: it may have been taught since. */
  readonly now: { readonly outcome: Outcome; readonly items: readonly Titled[] };
  /** What would be added as a phrase; undefined where no wording is fit. */
  readonly phrase: string | undefined;
}

/** `POST unanswered/teach`; the owner is an entry, or a topic for "not for us". Answered with a SaveResult. */
export interface Teach {
  readonly pool: Pool;
  readonly questionId: string;
  readonly ownerId: string;
}

/** `POST unanswered/pasted`: somebody pasted by hand what could not be written. Answered with Done. */
export type Pasted = Teach;

/** `POST unanswered/hide`: not for us. `POST unanswered/unhide` takes it back. Both are answered with Done. */
export interface Hide {
  readonly pool: Pool;
  readonly questionId: string;
}

/** 404 with a Failure where the group is dealt with, or gone. */
export interface Done {
  /** In Russian. */
  readonly message: string;
}

// ---- Content: `GET content`.

export interface Content {
  readonly file: string;
  /** Of what is live. */
  readonly version: string;
  readonly categories: readonly Titled[];
  readonly entries: readonly EntryView[];
  readonly sideTopics: readonly SideTopicView[];
  /** Over which days `asked` and votes are counted. */
  readonly days: number;
  /** What `check` warns of that belongs to no item. */
  readonly warnings: readonly string[];
  /** Why the file on the disk is not what is live, in Russian, a line a problem; empty while it is. */
  readonly faults: readonly string[];
  readonly organization: { readonly name: string; readonly contact: string };
}

export interface EntryView extends Health {
  readonly id: string;
  readonly fields: EntryFields;
  /** Ids of the questions the bot itself finds related, nearest first: offered where the fields name none. */
  readonly neighbours: readonly string[];
  readonly source: { readonly title: string; readonly url: string | undefined } | undefined;
}

export interface SideTopicView extends Health {
  readonly kind: "topic" | "smalltalk";
  readonly id: string;
  readonly fields: SideTopicFields;
}

export interface Health {
  readonly asked: number;
  readonly up: number;
  readonly down: number;
  /** What `check` warns of, in Russian. */
  readonly warnings: readonly string[];
}

/** One change of the content. `before` is what the page was shown: where the file says something else by now of a field that is changed, it is a conflict. */
export type Edit =
  | ItemChange
  | {
      readonly kind: "new-entry";
      readonly categoryId: string;
      readonly question: string;
      readonly answer: string;
      readonly phrases: readonly string[];
      /** The unanswered group it came from. */
      readonly from?: Hide;
    };

/** `POST content/draft` with an Edit: what saving it would do, without doing it. */
export type DraftResult =
  | {
      readonly kind: "fit";
      /** Of the file, line by line; empty where nothing changes. */
      readonly diff: readonly LineChange[];
      /** What `check` would warn of in this item. */
      readonly warnings: readonly string[];
      /** Of what people asked lately, what would be answered otherwise. */
      readonly replies: readonly ReplyChange[];
    }
  | Unfit
  | Conflict;

export interface Unfit extends Faulty {
  readonly kind: "unfit";
  /** In Russian, a line a problem. */
  readonly lines: readonly string[];
}

/** Of several changes: which is at fault, counted from 0; undefined where none of them is so alone. */
interface Faulty {
  readonly edit?: number;
}

export interface Conflict extends Faulty {
  readonly kind: "conflict";
  readonly message: string;
  /** What the file says now; undefined where the item is gone. */
  readonly theirs: EntryFields | SideTopicFields | undefined;
}

/** `POST content/save` with an Edit; also of teaching and undoing. */
export type SaveResult =
  | {
      readonly kind: "saved";
      readonly editId: string | undefined;
      /** False where the file was saved and is not in service: the message says why. */
      readonly isLive: boolean;
      readonly message: string;
      /** Of a new entry: it is found in the content by it. */
      readonly entryId?: string;
      /** What the question that was taught is answered with now. */
      readonly now?: { readonly outcome: Outcome; readonly items: readonly Titled[] };
    }
  | { readonly kind: "read-only"; readonly message: string; readonly paste: Paste }
  | { readonly kind: "refused"; readonly message: string }
  | Conflict;

/** `GET content/history`: newest first. */
export interface History {
  readonly edits: readonly PastEdit[];
}

export interface PastEdit {
  readonly editId: string;
  /** Unix ms. */
  readonly at: number;
  /** In Russian what was done. */
  readonly title: string;
  readonly diff: readonly LineChange[];
  /** Whether it was taken back already. */
  readonly isUndone: boolean;
}

/** `POST content/undo`, answered with a SaveResult. What was taught by the edit comes back into the list. */
export interface Undo {
  readonly editId: string;
}

// ---- Try: `POST try`, the talk on the live content or on a draft of it.

export interface Try {
  /** The unsaved changes; empty for the live content. */
  readonly edits: readonly Edit[];
  readonly event:
    | { readonly kind: "start" }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "tap"; readonly payload: string };
}

export type TryResult =
  | {
      readonly kind: "reply";
      /** A tap replaces the message it was made in. */
      readonly isReplacement: boolean;
      readonly text: RichText;
      readonly keyboard: readonly (readonly Button[])[];
      /** Of a text. */
      readonly explanation: Explanation | undefined;
    }
  | Unfit
  | Conflict;

/** `POST try/compare`, 1,000 questions at most: which answers the draft changes, of these questions or of what people asked lately. */
export interface Compare {
  readonly edits: readonly Edit[];
  /** Undefined for those of the journal. */
  readonly questions: readonly string[] | undefined;
}

export type CompareResult =
  | {
      readonly kind: "compared";
      readonly questions: number;
      readonly changes: readonly ReplyChange[];
      /** With a list of questions: what each gets, in their order. */
      readonly replies: readonly {
        readonly question: string;
        readonly before: TitledReply;
        readonly after: TitledReply;
      }[];
    }
  | Unfit
  | Conflict;

export interface TitledReply extends Reply {
  readonly titles: readonly string[];
}

export interface ReplyChange {
  readonly weight: ReplyWeight;
  readonly before: TitledReply;
  readonly after: TitledReply;
  readonly questions: readonly string[];
}

// ---- State: `GET state`.

export interface State {
  /** Unix ms; of this process. */
  readonly startedAt: number;
  readonly checks: readonly Check[];
  readonly transport: "polling" | "webhook" | "preview";
  /** Unix ms. */
  readonly lastUpdateAt: number | undefined;
  readonly lastHeardAt: number | undefined;
  readonly queue:
    { readonly pending: number; readonly oldestPendingMs: number | undefined } | undefined;
  readonly deadLetters: readonly DeadLetterView[];
  readonly content: {
    readonly version: string;
    readonly file: string;
    readonly entries: number;
    readonly phrases: number;
    readonly faults: readonly string[];
  };
  readonly store: "sqlite" | "postgres";
  readonly botUsername: string | undefined;
}

export interface Check {
  readonly name: string;
  /** In Russian. */
  readonly title: string;
  readonly kind: "ok" | "trouble" | "standby";
  /** In Russian what it is about; what to do where it is trouble. */
  readonly detail: string;
}

/** An update that could not be handled; its content is not shown: it is somebody's message. */
export interface DeadLetterView {
  readonly id: number;
  /** Unix ms. */
  readonly at: number;
  readonly title: string;
  readonly error: string;
}

/** `POST state/dead-letters/retry` and `POST state/dead-letters/drop`. */
export interface DeadLetterOrder {
  readonly id: number;
}

// ---- `GET events`: server-sent events named by what changed; the page asks anew for what it shows.

export type Changed = "journal" | "content" | "state";
