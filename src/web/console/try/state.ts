// What is tried stays while one goes to the editor and comes back: the talk and the list live as long as the window.
import { computed, signal } from "@preact/signals";
import type { Compare, CompareResult, Try, TryResult } from "../../../console/try/try-api.ts";
import type { Edit } from "../../../console/content/content-api.ts";
import { drafts } from "../drafts/drafts.ts";
import { post } from "../shell/api-client.ts";
import { tidyEdit } from "../drafts/tidy-edit.ts";
import { createComparison } from "./comparison.ts";
import { createTryTalk } from "./talk.ts";

/** Unsaved changes that change something. */
export const tried = computed<readonly Edit[]>(() =>
  drafts.edits.value.flatMap((edit) => tidyEdit(edit) ?? []),
);

/** Of the content; said by the page, which shows it. */
export const liveVersion = signal<string | undefined>(undefined);

export const talk = createTryTalk({
  send: (body: Try) => post<TryResult>("try", body),
  edits: tried,
  now: () => Date.now(),
});

export const comparison = createComparison({
  compare: (body: Compare) => post<CompareResult>("try/compare", body),
  edits: tried,
  liveVersion,
});
