// Numbers in words: "девятьсот шестнадцать" says 916 to whoever writes it down.

const UNITS = "ноль один два три четыре пять шесть семь восемь девять".split(" ");
const TEENS =
  "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(
    " ",
  );
const TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" ");
const HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" ");

/** The value of each word that is a number below 1,000 of its own. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, at) => [word, at] as const),
  ["нуль", 0],
  ["одна", 1],
  ["две", 2],
  ...TEENS.map((word, at) => [word, at + 10] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
  ...HUNDREDS.map((word, at) => [word, (at + 1) * 100] as const),
]);

export function numberOf(word: string): number | undefined {
  return VALUES.get(word.toLowerCase());
}

/** Whether the second number goes on with the first, as "три" does after "сто двадцать". */
export function goesOn(first: number, second: number): boolean {
  if (first === 0 || second === 0) return false;
  return (first % 100 === 0 && second < 100) || (first % 10 === 0 && first % 100 >= 20 && second < 10);
}
