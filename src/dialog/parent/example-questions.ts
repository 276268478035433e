// The questions a poster shows as examples.

/** As much of the content as is needed to choose. */
interface Questions {
  readonly categories: readonly { readonly id: string }[];
  readonly entries: readonly {
    readonly id: string;
    readonly categoryId: string;
    readonly question: string;
  }[];
}

const MAX_EXAMPLES = 3;

/** Of different categories where there are enough; that of `entryId`, which the poster's link opens, comes first. */
export function exampleQuestions(
  { categories, entries }: Questions,
  entryId?: string,
): readonly string[] {
  const linked = entries.filter(({ id }) => id === entryId);
  const others = categories.flatMap(({ id }) =>
    linked.some(({ categoryId }) => categoryId === id)
      ? []
      : entries.filter(({ categoryId }) => categoryId === id).slice(0, 1),
  );
  const examples = new Set([...linked, ...others, ...entries]);
  return Array.from(examples, ({ question }) => question).slice(0, MAX_EXAMPLES);
}
