// Numbers with Russian nouns: 1 ошибка, 2 ошибки, 5 ошибок, 1 040 фраз.

/** The forms for 1, 2 and 5 of a thing. */
export type NounForms = readonly [one: string, few: string, many: string];

const RULES = new Intl.PluralRules("ru");
const FORMAT = new Intl.NumberFormat("ru");

/** A whole number and the noun in its form; digits grouped with no-break spaces. */
export function counted(count: number, [one, few, many]: NounForms): string {
  const category = RULES.select(count);
  const noun = category === "one" ? one : category === "few" ? few : many;
  return `${FORMAT.format(count)} ${noun}`;
}
