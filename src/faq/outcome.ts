// What can come of a question: search decides it, questions.yaml expects it, the journal counts it.

/** In the order in which they are shown: answered, pointed elsewhere, asked back, not known; small talk is none of them. */
export const OUTCOMES = ["answer", "topic", "suggest", "none", "smalltalk"] as const;
export type Outcome = (typeof OUTCOMES)[number];
