// The parts of a message that could be questions of their own.

/** Ends of sentences, and line breaks, which people use instead. */
const SENTENCE_END = /[.!?…;\n]+/u;
/** "и ещё", "а также": between two questions in one sentence; a bare "и" or "а" parts them only when both sides hold. */
const CONJUNCTION = /[,\s]+(?:и|а|но|или)(?:\s+(?:ещё|еще|также|заодно|вот))?\s+/giu;

/** Longer messages are stories; beyond so many parts nobody asks more. */
const MAX_SEGMENTS = 6;
/** A part with fewer characters is no question. */
const MIN_LENGTH = 6;

/** The sentences of a message; empty when it is only one. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text
    .split(SENTENCE_END)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_LENGTH);
  return sentences.length > 1 ? sentences.slice(0, MAX_SEGMENTS) : [];
}

/** The ways to part a sentence in two at a conjunction. */
export function halvesOf(sentence: string): readonly (readonly [string, string])[] {
  return Array.from(sentence.matchAll(CONJUNCTION), (match): readonly [string, string] => [
    sentence.slice(0, match.index).trim(),
    sentence.slice(match.index + match[0].length).trim(),
  ])
    .filter(([left, right]) => left.length >= MIN_LENGTH && right.length >= MIN_LENGTH)
    .slice(0, MAX_SEGMENTS);
}
