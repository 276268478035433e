// Collects text together with the runs of it that look different.
import type { Markup } from "../world/shapes.ts";

export interface MarkedText {
  readonly text: string;
  readonly markup: readonly Markup[];
}

export type Look = Omit<Markup, "from" | "length">;

export class SpanCollector {
  #text = "";
  readonly #markup: Markup[] = [];

  get length(): number {
    return this.#text.length;
  }

  write(text: string): void {
    this.#text += text;
  }

  /** Marks everything written since `from`; an empty run is not marked. */
  mark(look: Look, from: number): void {
    const length = this.#text.length - from;
    if (length > 0) this.#markup.push({ ...look, from, length });
  }

  finish(): MarkedText {
    const markup = this.#markup.toSorted((a, b) => a.from - b.from || b.length - a.length);
    return { text: this.#text, markup };
  }
}

const USER_LINK = /^max:\/\/user\/(?<id>\d+)$/u;

/** The look of a link; `max://user/<id>` is a mention. */
export function linkLook(url: string): Look {
  const id = USER_LINK.exec(url)?.groups?.["id"];
  return id === undefined ? { type: "link", url } : { type: "user_mention", user_id: Number(id) };
}
