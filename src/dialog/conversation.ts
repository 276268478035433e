// Several turns of one person, one after the other: what comes of the last.
import type { LastReply } from "./last-reply.ts";
import type { Asked } from "./parent/question.ts";
import type { Talk } from "./talk.ts";

/** `turns` of one person in a private chat, within half an hour; of none of them, what comes of saying nothing. */
export function askedLast(turns: readonly string[], talk: Pick<Talk, "ask">): Asked {
  let last: LastReply | undefined;
  let asked = talk.ask(turns[0] ?? "", last);
  for (const turn of turns.slice(1)) {
    last = asked.message.about ?? last;
    asked = talk.ask(turn, last);
  }
  return asked;
}
