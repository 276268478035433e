// @ts-check
// Tells when the bot has not answered for so long that something must be wrong.

const PATIENCE_MS = 10_000;

/** @param {() => void} complain */
export function patience(complain) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => clearTimeout(timer);
  return {
    /** The person did something the bot should answer, or the bot says it is at work. */
    start: () => {
      stop();
      timer = setTimeout(complain, PATIENCE_MS);
    },
    stop,
  };
}
