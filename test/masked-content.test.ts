import { expect, test } from "vitest";
import { loadContent } from "../src/live/content.ts";
import { mask } from "../src/text/mask.ts";

/** Answers name sites; a site is masked wherever it stands, since with it go pages of persons. */
const SITE = /https:\/\/[^\s<>«»"]*/gu;

test("nothing of the shipped content is taken for somebody's, but for the addresses of sites", async () => {
  const { faq } = await loadContent("faq.yaml");
  const texts = [
    ...faq.entries.flatMap(({ question, button, phrases, answer }) => [question, button, ...phrases, answer]),
    ...[...faq.topics, ...faq.smalltalk].flatMap(({ phrases, answer }) => [...phrases, answer]),
  ];
  expect(texts.length).toBeGreaterThan(1000);
  for (const text of texts) {
    const withoutSites = text.replaceAll(SITE, "сайт");
    expect(mask(withoutSites)).toBe(withoutSites);
  }
});
