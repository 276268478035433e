// People who ask and wait for the reply: as fast as replies come, or at a given pace.
import type { Change } from "../../src/preview/world/world.ts";
import type { LocalMax } from "../../src/preview/people/local-max.ts";
import type { LocalUser } from "../../src/preview/people/local-user.ts";

export interface Load {
  readonly questions: readonly string[];
  /** How many questions to ask in all. */
  readonly count: number;
  /** Questions a second; without it each person asks again as soon as there is a reply. */
  readonly perSecond?: number;
}

export interface Answered {
  readonly seconds: number;
  /** From saying to seeing the reply, smallest first. */
  readonly latenciesMs: readonly number[];
}

export interface People {
  ask(load: Load): Promise<Answered>;
}

interface Person {
  readonly user: LocalUser;
  mid: string | undefined;
  askedAt: number;
}

export function gather(max: LocalMax, count: number): People {
  const people = Array.from({ length: count }, (): Person => ({
    user: max.user(),
    mid: undefined,
    askedAt: 0,
  }));
  const byChat = new Map(people.map((person) => [person.user.chatId, person]));

  function ask({ questions, count: total, perSecond }: Load): Promise<Answered> {
    return new Promise((resolve) => {
      const latenciesMs: number[] = [];
      const idle = [...people];
      const startedAt = performance.now();
      let asked = 0;

      function next(person: Person): void {
        person.askedAt = performance.now();
        person.mid = person.user.say(questions[asked % questions.length] ?? "");
        asked += 1;
      }
      /** As many as are due by now; a person who waits for a reply does not ask. */
      function askDue(): void {
        const seconds = (performance.now() - startedAt) / 1000;
        const due = perSecond === undefined ? total : Math.min(total, seconds * perSecond);
        while (asked < due) {
          const person = idle.shift();
          if (person === undefined) return;
          next(person);
        }
      }
      const timer = setInterval(askDue, 2);
      const end = max.world.onChange((change: Change) => {
        if (change.kind !== "message" || change.message.senderId !== max.world.bot.userId) return;
        const person = byChat.get(change.chatId);
        if (person?.mid === undefined) return;
        latenciesMs.push(performance.now() - person.askedAt);
        forget(person.mid, change.message.mid);
        person.mid = undefined;
        idle.push(person);
        if (perSecond === undefined) setImmediate(askDue);
        if (latenciesMs.length < total) return;
        clearInterval(timer);
        end();
        const seconds = (performance.now() - startedAt) / 1000;
        resolve({ seconds, latenciesMs: latenciesMs.toSorted((a, b) => a - b) });
      });
      askDue();
    });
  }

  /** So that the local MAX does not grow; the reply is still being made when it is seen. */
  function forget(...mids: readonly string[]): void {
    setImmediate(() => {
      for (const mid of mids) {
        const message = max.world.message(mid);
        if (message !== undefined) max.world.removeMessage(message);
      }
    });
  }

  return { ask };
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
