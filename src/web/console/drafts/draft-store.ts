// The unsaved changes of the content, an item each: they outlive a reload, and all pages see the same.
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Edit } from "../../../console/content/content-api.ts";
import { draftKeyOf, parseDraft, type Draft } from "./draft.ts";
import { sameValue, tidyEdit } from "./tidy-edit.ts";

/** What of the browser's Storage is needed; it may refuse everything. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export interface DraftStore {
  /** The latest changed first. */
  readonly all: ReadonlySignal<readonly Draft[]>;
  /** Fit to be sent, in the order they were changed; those that change nothing left out. */
  readonly edits: ReadonlySignal<readonly Edit[]>;
  /** Keeps the draft of an item, in the place of the one before; what changes nothing is no draft. */
  keep(edit: Edit): void;
  /** Keeps it where the item has no draft yet; false where it has one, which would be lost. */
  begin(edit: Edit): boolean;
  drop(key: string): void;
  /** Reads again what another tab has written; `name` in the storage, or null where it has emptied it. */
  reread(name: string | null): void;
}

const PREFIX = "max-faq-bot.draft.";

export function createDraftStore(storage: DraftStorage | undefined, now: () => number): DraftStore {
  const drafts = signal<readonly Draft[]>(readAll(storage));
  const all = computed(() => drafts.value.toSorted((a, b) => b.changedAt - a.changedAt));
  const drop = (key: string) => {
    quietly(() => storage?.removeItem(PREFIX + key));
    drafts.value = drafts.value.filter((draft) => draft.key !== key);
  };
  const keep = (edit: Edit) => {
    const draft = { key: draftKeyOf(edit), edit, changedAt: now() };
    if (!changesSomething(edit)) return drop(draft.key);
    quietly(() => storage?.setItem(PREFIX + draft.key, JSON.stringify(draft)));
    drafts.value = [...drafts.value.filter(({ key }) => key !== draft.key), draft];
  };
  return {
    all,
    edits: computed(() => all.value.toReversed().flatMap(({ edit }) => tidyEdit(edit) ?? [])),
    keep,
    begin: (edit) => {
      const key = draftKeyOf(edit);
      if (drafts.value.some((draft) => draft.key === key)) return false;
      keep(edit);
      return true;
    },
    drop,
    reread: (name) => {
      if (name === null || name.startsWith(PREFIX)) drafts.value = readAll(storage);
    },
  };
}

/** To the letter: a space at the end is the beginning of the next word. */
function changesSomething(edit: Edit): boolean {
  if (edit.kind !== "new-entry") return !sameValue(edit.before, edit.after);
  return [edit.question, edit.answer, ...edit.phrases].some((text) => text !== "");
}

function readAll(storage: DraftStorage | undefined): readonly Draft[] {
  const drafts: Draft[] = [];
  quietly(() => {
    for (let at = 0; at < (storage?.length ?? 0); at += 1) {
      const name = storage?.key(at) ?? "";
      if (!name.startsWith(PREFIX)) continue;
      const draft = parseDraft(storage?.getItem(name) ?? "");
      if (draft?.key === name.slice(PREFIX.length)) drafts.push(draft);
    }
  });
  return drafts;
}

/** A browser may forbid the storage, or have no room: the draft then lives as long as the page. */
function quietly(use: () => void): void {
  try {
    use();
  } catch {
    // The page warns on leaving anyway.
  }
}
