// The figures of what users see, in the order of the tables.
import type { Figures } from "../src/cli/evaluation.ts";

export const FIGURE_COLUMNS: readonly (readonly [keyof Figures, string])[] = [
  ["firstRight", "first right"],
  ["oneTap", "one tap"],
  ["directRight", "direct right"],
  ["wrongDirect", "wrong direct"],
  ["falseAnswer", "false answer"],
  ["smalltalkRight", "small talk right"],
];
