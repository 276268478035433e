// Which update is being handled, for everything that is said meanwhile, without anybody passing it on.
import { AsyncLocalStorage } from "node:async_hooks";

const current = new AsyncLocalStorage<{ readonly update: string }>();

/** A part of a hash is enough to find the lines of one update, and leads to no chat and no person. */
const ID_LENGTH = 10;

/** Runs `work`, during which `updateFields` name the update of this key. */
export function inUpdate<T>(key: string, work: () => T): T {
  return current.run({ update: key.slice(key.indexOf(":") + 1).slice(0, ID_LENGTH) }, work);
}

/** For every line of the log: `{ update }` while one is handled, nothing otherwise. */
export function updateFields(): { readonly update?: string } {
  return current.getStore() ?? {};
}
