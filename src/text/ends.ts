// What of a long message is read: its beginning, where people say what it is about, and its end, where they ask.

/** Of what is left out nothing is said; the two ends are not to be read as neighbours. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

/** The first `head` and the last `tail` of a list, or all of one that is not longer. */
export function endsOf<T>(list: readonly T[], { head, tail }: Ends): readonly (readonly T[])[] {
  return list.length <= head + tail ? [list] : [list.slice(0, head), list.slice(-tail)];
}

/** The same of a text, with a line break where it was cut. */
export function endsOfText(text: string, { head, tail }: Ends): string {
  return text.length <= head + tail ? text : `${text.slice(0, head)}\n${text.slice(-tail)}`;
}
