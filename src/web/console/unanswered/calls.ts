// What the page of unanswered questions asks of the server.
import type { Pool } from "../../../journal/open-group.ts";
import type {
  Done,
  Hide,
  Pasted,
  SaveResult,
  Teach,
  UnansweredList,
  Undo,
} from "../../../console/api.ts";
import { get, post, type Answer } from "../shell/api-client.ts";

export interface UnansweredCalls {
  list(pool: Pool): Promise<Answer<UnansweredList>>;
  teach(order: Teach): Promise<Answer<SaveResult>>;
  pasted(order: Pasted): Promise<Answer<Done>>;
  hide(order: Hide): Promise<Answer<Done>>;
  unhide(order: Hide): Promise<Answer<Done>>;
  undo(order: Undo): Promise<Answer<SaveResult>>;
}

export const unansweredCalls: UnansweredCalls = {
  list: (pool) => get("unanswered", { pool }),
  teach: (order) => post("unanswered/teach", order),
  pasted: (order) => post("unanswered/pasted", order),
  hide: (order) => post("unanswered/hide", order),
  unhide: (order) => post("unanswered/unhide", order),
  undo: (order) => post("content/undo", order),
};
