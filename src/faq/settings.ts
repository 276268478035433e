// What the settings of faq.yaml are where the file does not say: the one place for these numbers.
import type { Settings } from "./faq.ts";

export const DEFAULT_SETTINGS: Settings = {
  // A wrong direct answer costs more trust than one tap on a suggestion, so the bot answers directly
  // only when the best entry is more likely right than wrong.
  answerThreshold: 0.5,
  // Below this, suggestions are mostly noise, and an honest "I do not know" with a contact helps more.
  suggestThreshold: 0.05,
};
