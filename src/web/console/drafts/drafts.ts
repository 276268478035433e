// The drafts of this browser: the editor keeps them, the page "Проба" tries them.
import { createDraftStore } from "./draft-store.ts";

export const drafts = createDraftStore(browserStorage(), () => Date.now());

window.addEventListener("storage", ({ key }) => drafts.reread(key));

/** Even asking for it throws where the browser forbids it. */
function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
