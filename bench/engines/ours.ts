// The matcher of this project.
import { createMatcher, type Matcher } from "../../src/search/matcher.ts";
import type { Faq } from "../../src/faq/faq.ts";
import type { Index } from "../engine.ts";

export function buildOurs(faq: Faq): Index {
  return rankWith(createMatcher(faq));
}

export function rankWith(matcher: Matcher): Index {
  return { rank: (question) => matcher.decide(question).nearest.map(({ item }) => item.id) };
}
