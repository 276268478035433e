// Prefixes of Russian verbs and of nouns made of them, which turn a word into another or into its opposite.
import { slipsBetween } from "./slip.ts";

/** "включить" and "выключить", "закрыть" and "открыть": one prefix does what the other undoes. */
export const OPPOSITE_PREFIXES: readonly (readonly [string, string])[] =
  "в:вы во:вы в:от за:раз за:рас за:от за:вы при:от при:у под:от с:раз с:рас со:разо"
    .split(" ")
    .map((pair) => pair.split(":"))
    .map(([one = "", other = ""]) => [one, other]);

/** Without "пре", which is "при" or "пере" as many people write them. */
const PREFIXES = "в во вы за на от ото пере по под при про раз рас с со у до из об о".split(" ");
/** A shorter rest has the prefix by chance: "сок", "вы". */
const MIN_REST = 3;
/** Slips in the rest of a word, for each letter of it, with which it is still the same. */
const SLIPS_PER_LETTER = 0.18;
/** One prefix is as good as the other with fewer slips: "раз" and "рас" sound alike, "в" and "с" are keys beside each other. */
const SLIPS_OF_PREFIX = 0.5;
const SLIPS_OF_LETTER = 1.5;

/** Whether two lower-case words are one root with different prefixes, so that neither was meant by the other. */
export function differInPrefix(word: string, other: string): boolean {
  return PREFIXES.some(
    (prefix) =>
      word.startsWith(prefix) &&
      word.length >= prefix.length + MIN_REST &&
      PREFIXES.some((rival) => other.startsWith(rival) && differBy(prefix, rival, word, other)),
  );
}

function differBy(prefix: string, rival: string, word: string, other: string): boolean {
  const [rest, otherRest] = [word.slice(prefix.length), other.slice(rival.length)];
  if (!isOpposite(prefix, rival)) return rest === otherRest && !isSlip(prefix, rival);
  const most = SLIPS_PER_LETTER * rest.length;
  return slipsBetween(rest, otherRest, most) <= most;
}

function isOpposite(prefix: string, rival: string): boolean {
  return OPPOSITE_PREFIXES.some(([one, two]) => (one === prefix && two === rival) || (one === rival && two === prefix));
}

/** Letters left out or taken for each other: "потключить", "поключить". */
function isSlip(prefix: string, rival: string): boolean {
  const most = prefix.length + rival.length === 2 ? SLIPS_OF_LETTER : SLIPS_OF_PREFIX;
  return prefix.startsWith(rival) || rival.startsWith(prefix) || slipsBetween(prefix, rival) < most;
}
