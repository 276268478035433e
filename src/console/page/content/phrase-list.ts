// What the editor does with the list of phrases.
import { hasPhrase } from "./form-faults.ts";

export interface Added {
  readonly phrases: readonly string[];
  /** What was there already. */
  readonly known: readonly string[];
}

/** A phrase a line, as they come when a list is pasted; without the dashes of the list. New ones come first: they are seen. */
export function addPhrases(phrases: readonly string[], text: string): Added {
  const added: string[] = [];
  const known: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    const phrase = line.replace(/^\s*(?:[-–—•*]\s+)?/u, "").trim();
    if (phrase === "") continue;
    (hasPhrase([...phrases, ...added], phrase) ? known : added).push(phrase);
  }
  return { phrases: [...phrases, ...added], known };
}

export function replacePhrase(phrases: readonly string[], at: number, phrase: string) {
  return phrases.with(at, phrase);
}

export function removePhrase(phrases: readonly string[], at: number): readonly string[] {
  return phrases.toSpliced(at, 1);
}
