// The checked file to what the rest of the program works with.
import { type SideTopic, type Entry, type Faq, DEFAULT_SETTINGS } from "./faq.ts";
import { fillPlaceholders, type PlaceholderValues } from "./placeholders.ts";
import type { FaqFile } from "./schema.ts";

export function buildFaq(file: FaqFile): Faq {
  const organization = {
    name: oneLine(file.organization.name),
    contact: file.organization.contact.trim(),
  };
  const values = { organization: organization.name, contact: organization.contact };
  return {
    organization,
    categories: file.categories.map(({ id, title }) => ({ id, title: oneLine(title) })),
    entries: file.entries.map((entry) => buildEntry(entry, values)),
    topics: (file.topics ?? []).map((topic) => buildSideTopic(topic, values)),
    smalltalk: (file.smalltalk ?? []).map((turn) => buildSideTopic(turn, values)),
    synonyms: (file.synonyms ?? []).map((group) => group.map((word) => oneLine(word))),
    settings: {
      answerThreshold: file.settings?.answer_threshold ?? DEFAULT_SETTINGS.answerThreshold,
      suggestThreshold: file.settings?.suggest_threshold ?? DEFAULT_SETTINGS.suggestThreshold,
    },
  };
}

function buildEntry(entry: FaqFile["entries"][number], values: PlaceholderValues): Entry {
  const question = oneLine(entry.question);
  return {
    ...buildSideTopic(entry, values),
    categoryId: entry.category,
    question,
    button: oneLine(entry.button ?? question),
    related: entry.related,
    source: entry.source && { title: oneLine(entry.source.title), url: entry.source.url },
    checked: entry.checked,
    threshold: entry.threshold,
  };
}

function buildSideTopic(
  {
    id,
    phrases,
    answer,
  }: { readonly id: string; readonly phrases: readonly string[]; readonly answer: string },
  values: PlaceholderValues,
): SideTopic {
  return {
    id,
    phrases: phrases.map((phrase) => oneLine(phrase)),
    answer: fillPlaceholders(answer, values).trim(),
  };
}

/** A text that YAML joined from several lines may hold line breaks; a button or a heading may not. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}
