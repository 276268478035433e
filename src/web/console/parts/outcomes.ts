// What came of a question: its name, its colour in plots and the look of its pill.
import type { Outcome } from "../../../faq/outcome.ts";

export interface OutcomeLook {
  /** The custom property with the colour of its part of a bar. */
  readonly colour: string;
  readonly pill: "good" | "warn" | "bad" | "plain" | "accent";
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  answer: { colour: "--plot-answer", pill: "good" },
  suggest: { colour: "--plot-suggest", pill: "warn" },
  topic: { colour: "--plot-topic", pill: "accent" },
  smalltalk: { colour: "--plot-smalltalk", pill: "plain" },
  none: { colour: "--plot-none", pill: "bad" },
};
