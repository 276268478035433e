// Phrases: each of them may lead to one place only.
import { foldPhrase } from "../../text/normalise.ts";
import { problem, warning, type Problem } from "../problems/problem.ts";
import type { Sheet } from "../sheet.ts";
import type { Path } from "../yaml/yaml-node.ts";

interface Phrase {
  readonly text: string;
  readonly path: Path;
  /** The entry, topic or turn of small talk it belongs to: its list and number. */
  readonly owner: string;
  readonly ownerId: string;
}

export function checkPhrases(sheet: Sheet): readonly Problem[] {
  const first = new Map<string, Phrase>();
  return phrasesOf(sheet).flatMap((phrase) => {
    const folded = foldPhrase(phrase.text);
    if (folded === "") return [];
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, phrase);
      return [];
    }
    return clash(phrase, earlier, sheet);
  });
}

function clash({ text, path, owner }: Phrase, earlier: Phrase, sheet: Sheet): readonly Problem[] {
  const firstLine = sheet.placeOf(earlier.path).line;
  const place = sheet.placeOf(path);
  if (owner !== earlier.owner) {
    return [problem("shared-phrase", place, { phrase: text, owner: earlier.ownerId, firstLine })];
  }
  // An entry's question among its phrases does no harm.
  if (earlier.path.at(-1) === "question") return [];
  return [warning("repeated-phrase", place, { phrase: text, firstLine })];
}

/** The question of an entry is a phrase too: a question may not be a phrase of another entry. */
function phrasesOf({ values }: Sheet): readonly Phrase[] {
  const questions = (values.entries ?? []).flatMap((entry, index): readonly Phrase[] =>
    entry?.question === undefined
      ? []
      : [
          {
            ...ownerOf("entries", index, entry.id),
            text: entry.question,
            path: ["entries", index, "question"],
          },
        ],
  );
  return [
    ...questions,
    ...phrasesIn("entries", values.entries),
    ...phrasesIn("topics", values.topics),
    ...phrasesIn("smalltalk", values.smalltalk),
  ];
}

interface WithPhrases {
  readonly id?: string | undefined;
  readonly phrases?: readonly (string | undefined)[] | undefined;
}

function phrasesIn(list: string, items: readonly (WithPhrases | undefined)[] | undefined): readonly Phrase[] {
  return (items ?? []).flatMap((item, index) =>
    (item?.phrases ?? []).flatMap((text, at): readonly Phrase[] =>
      text === undefined ? [] : [{ ...ownerOf(list, index, item?.id), text, path: [list, index, "phrases", at] }],
    ),
  );
}

function ownerOf(list: string, index: number, id: string | undefined) {
  return { owner: `${list} ${index}`, ownerId: id ?? `№ ${index + 1}` };
}
