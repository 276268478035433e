// The content as the talk uses it: by id, with what is made of it once for each version of the file.
import { composeAnswer } from "../../faq/compose-answer.ts";
import type { Entry, Faq, SideTopic } from "../../faq/faq.ts";
import type { RichText } from "../../markup/rich-text.ts";
import type { Matcher } from "../../search/matcher.ts";
import { isShownWhole } from "../buttons.ts";
import { privateCommandOf } from "../command.ts";

export interface Content {
  readonly faq: Faq;
  readonly entryById: ReadonlyMap<string, Entry>;
  readonly sideTopicById: ReadonlyMap<string, SideTopic>;
  /** Ids of entries near to an entry. */
  readonly relatedTo: (entryId: string) => readonly string[];
  /** An entry as it is sent: reading its Markdown is a fourth of the time that the talk takes. */
  readonly answerOf: (entry: Entry) => RichText;
  /** Whether who writes the title of an entry's button is answered with that entry alone. */
  readonly opensByTitle: (entry: Entry) => boolean;
}

export function contentOf(faq: Faq, matcher: Matcher): Content {
  return {
    faq,
    entryById: new Map(faq.entries.map((entry) => [entry.id, entry])),
    sideTopicById: new Map<string, SideTopic>([...faq.topics, ...faq.smalltalk].map((one) => [one.id, one])),
    relatedTo: (entryId) => matcher.relatedTo(entryId),
    answerOf: remembering(composeAnswer),
    opensByTitle: remembering((entry) => opensByTitle(entry, matcher)),
  };
}

function opensByTitle({ id, button }: Entry, matcher: Matcher): boolean {
  if (!isShownWhole(button) || privateCommandOf(button) !== undefined) return false;
  const { outcome, answers } = matcher.decide(button);
  return outcome === "answer" && answers.length === 1 && answers[0]?.item.id === id;
}

function remembering<T>(make: (entry: Entry) => T): (entry: Entry) => T {
  const known = new Map<Entry, T>();
  return (entry) => {
    const made = known.get(entry) ?? make(entry);
    known.set(entry, made);
    return made;
  };
}

/** Those that the content still has, each once. */
export function entriesOf({ entryById }: Content, ids: readonly string[]): readonly Entry[] {
  return [...new Set(ids)].flatMap((id) => entryById.get(id) ?? []);
}
