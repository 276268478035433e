// What is tried stays while one goes to the editor and comes back: the talk lives as long as the window.
import type { TryResult } from "../../../console/try/try-api.ts";
import { drafts } from "../drafts/drafts.ts";
import { post } from "../shell/api-client.ts";
import { createTryTalk } from "./talk.ts";

export const talk = createTryTalk({
  send: (body) => post<TryResult>("try", body),
  edits: drafts.edits,
  now: () => Date.now(),
});
