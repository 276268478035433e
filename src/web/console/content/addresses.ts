// Where the views of the content are. An item and its draft have the address of their key: `#/content/entry:why-max`.
import { hrefOf } from "../shell/router.ts";

export const HISTORY = "history";

export function keyHref(key: string): string {
  return hrefOf("content", {}, [key]);
}

export const NEW_ENTRY = "new-entry";

export function listHref(): string {
  return hrefOf("content");
}

export function historyHref(): string {
  return hrefOf("content", {}, [HISTORY]);
}
