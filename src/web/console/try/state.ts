// What is tried stays while one goes to the editor and comes back: the talk lives as long as the window.
import { computed } from "@preact/signals";
import type { Try, TryResult } from "../../../console/try/try-api.ts";
import type { Edit } from "../../../console/content/content-api.ts";
import { drafts } from "../drafts/drafts.ts";
import { post } from "../shell/api-client.ts";
import { tidyEdit } from "../drafts/tidy-edit.ts";
import { createTryTalk } from "./talk.ts";

/** Unsaved changes that change something. */
export const tried = computed<readonly Edit[]>(() =>
  drafts.edits.value.flatMap((edit) => tidyEdit(edit) ?? []),
);

export const talk = createTryTalk({
  send: (body: Try) => post<TryResult>("try", body),
  edits: tried,
  now: () => Date.now(),
});
