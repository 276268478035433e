// Waits until a chat looks as it should, for tests.
import type { ChatMessage } from "./chat-message.ts";
import type { World } from "../world/world.ts";

/** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
export async function untilMessages(
  world: World,
  read: () => readonly ChatMessage[],
  isEnough: (messages: readonly ChatMessage[]) => boolean,
  timeoutMs: number,
): Promise<readonly ChatMessage[]> {
  if (isEnough(read())) return read();
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const unsubscribe = world.onChange(() => {
      if (!isEnough(read())) return;
      finish();
      resolve(read());
    });
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Waited ${timeoutMs} ms; the chat is ${JSON.stringify(read())}`));
    }, timeoutMs);
  });
}
