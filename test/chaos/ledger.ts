// What was asked and what came back: nothing may be missing, nothing out of order, and what came twice is counted.
import type { Asker } from "./people.ts";

export interface Account {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  /** Answers that came again. */
  readonly doubled: number;
  /**
   * Answers of before that came again after a later one: of a process that stood still between its look at its right and the
   * call, which MAX cannot refuse.
   */
  readonly late: number;
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

interface Course {
  readonly answered: number;
  /** Answers that came again right after the first: the next question of a chat waits until the one before is noted. */
  readonly doubled: number;
  /** Answers of before that came again after a later one. */
  readonly late: number;
  readonly disordered: number;
}

/** How the answers come beside the questions; more than a repeat out of its place throws all that follow out of theirs. */
function courseOf(answers: readonly number[], questionCount: number): Course {
  let [answered, doubled, late, disordered] = [0, 0, 0, 0];
  for (const [index, answer] of answers.entries()) {
    const wasGiven = answered >= questionCount || answer < answered;
    if (answer === answered % questionCount) answered += 1;
    else if (answer === answers[index - 1]) doubled += 1;
    else if (wasGiven) late += 1;
    else disordered += 1;
  }
  return { answered, doubled, late, disordered };
}

export function answeredBy(asker: Asker): number {
  return courseOf(answersOf(asker), asker.questions.length).answered;
}

export function accountOf(askers: readonly Asker[]): Account {
  let [asked, answered, doubled, late, disordered] = [0, 0, 0, 0, 0];
  for (const asker of askers) {
    const course = courseOf(answersOf(asker), asker.questions.length);
    asked += asker.asked;
    answered += Math.min(asker.asked, course.answered);
    doubled += course.doubled;
    late += course.late;
    disordered += course.disordered;
  }
  return { asked, answered, lost: asked - answered, doubled, late, disordered };
}
