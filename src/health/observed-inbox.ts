// The inbox as the program uses it, with somebody looking on.
import type { Inbox } from "../store/inbox/inbox.ts";

/** Must not throw. */
export interface InboxObserver {
  /** So many were delivered, of which so many are new. */
  readonly received: (delivered: number, added: number) => void;
  /** So many may have been answered by a process that died. */
  readonly repeated: (count: number) => void;
  /** The worker looks for work. */
  readonly looking: () => void;
  /** It was told what there is, or that it cannot be told. */
  readonly looked: () => void;
}

export function observedInbox(inbox: Inbox, observer: InboxObserver): Inbox {
  return {
    ...inbox,
    receive: async (updates, marker) => {
      const added = await inbox.receive(updates, marker);
      observer.received(updates.length, added);
      return added;
    },
    claim: async (ids) => {
      const claims = await inbox.claim(ids);
      observer.repeated(claims.filter(({ isRepeat }) => isRepeat).length);
      return claims;
    },
    pending: async (query) => {
      observer.looking();
      try {
        return await inbox.pending(query);
      } finally {
        observer.looked();
      }
    },
  };
}
