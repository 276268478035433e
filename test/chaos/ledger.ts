// What was asked and what came back: nothing may be missing, nothing out of order, and what came twice is counted.
import type { LocalUser } from "../../src/preview/people/local-user.ts";
import { QUESTIONS } from "./content.ts";

export interface Account {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  /** Answers that came again. */
  readonly doubled: number;
  /** Answers in the wrong place. */
  readonly disordered: number;
}

/** A person who asks one question after another. */
export interface Asker {
  readonly user: LocalUser;
  asked: number;
}

export function ask(asker: Asker): void {
  asker.user.say(QUESTIONS[asker.asked % QUESTIONS.length]?.text ?? "");
  asker.asked += 1;
}

/** The place in QUESTIONS of every answer, in the order in which they came. */
function answersOf({ user }: Asker): readonly number[] {
  return user.messages
    .filter(({ isFromBot }) => isFromBot)
    .map(({ text }) => QUESTIONS.findIndex(({ mark }) => text.includes(mark)));
}

/** An answer that is repeated comes right after the first: the next question of a chat waits until the one before is noted. */
function withoutRepeats(answers: readonly number[]): readonly number[] {
  return answers.filter((answer, index) => answer !== answers[index - 1]);
}

export function answeredBy(asker: Asker): number {
  return withoutRepeats(answersOf(asker)).length;
}

export function accountOf(askers: readonly Asker[]): Account {
  let [asked, answered, doubled, disordered] = [0, 0, 0, 0];
  for (const asker of askers) {
    const answers = answersOf(asker);
    const once = withoutRepeats(answers);
    asked += asker.asked;
    answered += Math.min(asker.asked, once.length);
    doubled += answers.length - once.length;
    disordered += once.filter((answer, index) => answer !== index % QUESTIONS.length).length;
  }
  return { asked, answered, lost: asked - answered, doubled, disordered };
}
