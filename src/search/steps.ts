// Long work in steps of less than a millisecond or so: whoever has other things to do goes on with it in between.

export type Steps<Result> = Generator<undefined, Result>;

/** Does the whole work without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
