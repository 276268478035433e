// What can come of a question: search decides it, questions.yaml expects it, the journal counts it.

/** In the order in which they are shown. */
export const OUTCOMES = ["answer", "suggest", "topic", "smalltalk", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];
