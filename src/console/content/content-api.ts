// What the page of the content asks the server, and what it gets: types alone.
import type { LineChange } from "../../compare/line-diff.ts";
import type { Reply, ReplyWeight } from "../../compare/compare-replies.ts";
import type { EntryFields, ItemChange, SideTopicFields } from "../../faq/edit/item-fields.ts";
import type { Paste } from "../../faq/edit/splice.ts";
import type { Outcome } from "../../faq/outcome.ts";
import type { Titled } from "../api.ts";
import type { Hide } from "../unanswered/unanswered-api.ts";

/** `GET content`. */
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
  /** The bot's name in links; left out while MAX has not told it. */
  readonly username?: string | undefined;
}

export interface EntryView extends ItemUse {
  readonly id: string;
  readonly fields: EntryFields;
  /** Ids of the questions the bot itself finds related, nearest first: offered where the fields name none. */
  readonly neighbours: readonly string[];
  readonly source: { readonly title: string; readonly url: string | undefined } | undefined;
  /** What `check` warns of, in Russian. */
  readonly warnings: readonly string[];
}

export interface SideTopicView extends ItemUse {
  readonly kind: "topic" | "smalltalk";
  readonly id: string;
  readonly fields: SideTopicFields;
  /** What `check` warns of, in Russian. */
  readonly warnings: readonly string[];
}

/** Of the days that are counted. */
export interface ItemUse {
  readonly asked: number;
  readonly up: number;
  readonly down: number;
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

export interface TitledReply extends Reply {
  readonly titles: readonly string[];
}

export interface ReplyChange {
  readonly weight: ReplyWeight;
  readonly before: TitledReply;
  readonly after: TitledReply;
  readonly questions: readonly string[];
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
