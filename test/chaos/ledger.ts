// What was asked and what came back: nothing may be missing, nothing out of order, and what came twice is counted.
import type { Asker } from "./people.ts";

export interface Account {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  /** Answers that came again. */
  readonly doubled: number;
  /** Answers in the wrong place. */
  readonly disordered: number;
}

export function ask(asker: Asker): void {
  asker.say(asker.questions[asker.asked % asker.questions.length]?.text ?? "");
  asker.asked += 1;
}

/** The place among the questions of every answer, in the order in which they came; what answers none of them is left out. */
function answersOf({ messages, questions }: Asker): readonly number[] {
  return messages()
    .filter(({ isFromBot }) => isFromBot)
    .map((message) => questions.findIndex(({ isAnswer }) => isAnswer(message)))
    .filter((answer) => answer >= 0);
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
    disordered += once.filter((answer, index) => answer !== index % asker.questions.length).length;
  }
  return { asked, answered, lost: asked - answered, doubled, disordered };
}
