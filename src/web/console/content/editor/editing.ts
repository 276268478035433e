// What one does with an open item: type, drop what was typed, look at the changes, save them.
import { saysAll } from "../../../../faq/edit/tidy-text.ts";
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Content, DraftResult, Edit, EntryView, SaveResult } from "../../../../console/content/content-api.ts";
import type { DraftStore } from "../../drafts/draft-store.ts";
import type { Toast } from "../../../shared/parts/toast.tsx";
import type { Answer } from "../../shell/api-client.ts";
import { sameValue, tidyEdit } from "../../drafts/tidy-edit.ts";
import { entryKey } from "../items.ts";
import { startingFrom, typedInto, type Opened, type Saved, type Typed } from "./opened.ts";

export type Fit = Extract<DraftResult, { readonly kind: "fit" }>;
type ReadOnly = Extract<SaveResult, { readonly kind: "read-only" }>;
type SavedResult = Extract<SaveResult, { readonly kind: "saved" }>;

interface Looked {
  /** What was checked: nothing else is saved. */
  readonly edit: Edit;
  readonly fit: Fit;
}

/** A new entry that is saved. */
interface Leaving {
  readonly edit: Edit;
  readonly entryId: string | undefined;
}

interface Sent {
  readonly key: string;
  readonly typed: Edit;
  /** What was typed, tidy. */
  readonly edit: Edit;
}

export interface Ports {
  readonly opened: () => Opened;
  readonly content: () => Content;
  readonly drafts: Pick<DraftStore, "all" | "keep" | "drop">;
  /** What was saved last: the content that has it is live a moment later. */
  readonly saved: Signal<Saved | undefined>;
  readonly post: (edit: Edit) => Promise<Answer<SaveResult>>;
  readonly tell: (toast: Toast, editId?: string) => void;
  readonly openPaste: (result: ReadOnly) => void;
  /** Asks for the content anew. */
  readonly reload: () => void;
  /** Opens the item of this key. */
  readonly open: (key: string) => void;
  readonly openList: () => void;
}

export interface Editing {
  /** The changes that are looked at before they are saved. */
  readonly looked: ReadonlySignal<Looked | undefined>;
  readonly isSaving: ReadonlySignal<boolean>;
  /** What is saved of a new entry stays in sight until the content has it, and its view opens. */
  readonly leaving: ReadonlySignal<Leaving | undefined>;
  type(typed: Typed): void;
  replace(edit: Edit): void;
  discard(): void;
  /** Not while they are being saved: what comes of it is to be seen. */
  look(next: Looked | undefined): void;
  /** False where the changes are to be looked at again. */
  save(): Promise<boolean>;
  /** Called with each new state of the content. */
  follow(content: Content): void;
  /** The editor has been left: nothing opens any more. */
  stop(): void;
}

export function createEditing(ports: Ports): Editing {
  const { opened, content, drafts, tell } = ports;
  const looked = signal<Looked | undefined>(undefined);
  const leaving = signal<Leaving | undefined>(undefined);
  let isStopped = false;
  /** What comes of it may be heard of sooner by the content than by the answer. */
  const isSaving = signal(false);

  function take(sent: Sent, result: SaveResult): boolean {
    if (result.kind === "conflict") return false;
    looked.value = undefined;
    if (result.kind === "read-only") ports.openPaste(result);
    else if (result.kind === "refused") tell({ text: result.message, look: "bad" });
    else {
      tell({ text: result.message, look: result.isLive ? "good" : "bad" }, result.editId);
      settle(sent, result);
    }
    return true;
  }

  function settle({ key, typed, edit }: Sent, { isLive, entryId }: SavedResult): void {
    // Typed on meanwhile, as in another tab: that is not saved yet.
    const now = drafts.all.value.find((draft) => draft.key === key)?.edit;
    const isAll = now === undefined || sameValue(now, typed);
    if (edit.kind !== "new-entry") {
      ports.saved.value = { key, version: content().version, fields: edit.after };
      if (!isAll) drafts.keep(startingFrom(now, edit.after));
    } else if (isLive) {
      leaving.value = { edit: typed, entryId };
      leave(content());
    } else if (!isStopped) {
      // The content has it no sooner than the file is mended: the list says what is wrong.
      ports.openList();
    }
    if (isAll) drafts.drop(key);
    ports.reload();
  }

  function leave({ entries }: Content): void {
    const made = entries.find(({ id }) => id === leaving.value?.entryId);
    if (made !== undefined && !isStopped) ports.open(entryKey(made.id));
  }

  function follow(next: Content): void {
    if (isSaving.value) return;
    if (leaving.value !== undefined) return leave(next);
    const { key, edit, hasDraft, view } = opened();
    if (!hasDraft) return;
    const made = madeEntry(edit, next);
    const isSaid = made !== undefined || isInFile(edit, view);
    if (!isSaid) return;
    drafts.drop(key);
    tell({ text: "Эти правки уже в файле.", look: "good" });
    if (made !== undefined && !isStopped) ports.open(entryKey(made.id));
  }

  return {
    looked,
    isSaving,
    leaving,
    type: (typed) => {
      if (leaving.value === undefined) drafts.keep(typedInto(opened().edit, typed));
    },
    replace: (edit) => drafts.keep(edit),
    discard: () => drafts.drop(opened().key),
    look: (next) => {
      if (!isSaving.value) looked.value = next;
    },
    save: async () => {
      const { key, edit: typed } = opened();
      const edit = tidyEdit(typed);
      // Another tab may have typed on.
      if (edit === undefined || !sameValue(edit, looked.value?.edit)) return false;
      isSaving.value = true;
      const answer = await ports.post(edit).finally(() => {
        isSaving.value = false;
      });
      if (answer.kind === "ok") return take({ key, typed, edit }, answer.value);
      // The notice would lie under the dialog.
      looked.value = undefined;
      tell({ text: answer.message, look: "bad" });
      // Only the answer may have been lost.
      follow(content());
      return true;
    },
    follow,
    stop: () => {
      isStopped = true;
    },
  };
}

/** Somebody has pasted it by hand, or another window has saved it. */
function isInFile(edit: Edit, view: Opened["view"]): boolean {
  const tidy = tidyEdit(edit);
  return view !== undefined && tidy?.kind !== "new-entry" && sameValue(tidy?.after, view.fields);
}

/** The entry that says all that the draft of a new one says: it was saved, and nobody heard of it. */
function madeEntry(edit: Edit, { entries }: Pick<Content, "entries">): EntryView | undefined {
  const tidy = tidyEdit(edit);
  if (tidy?.kind !== "new-entry") return undefined;
  return entries.find(({ fields }) => saysAll(fields, tidy));
}
