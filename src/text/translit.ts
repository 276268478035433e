// Russian written with Latin letters, in the spellings people use without thinking: zachem, 4to, shkola, wkola.

/** Spellings, longest first; where people disagree, each reading is tried and the vocabulary decides. */
const READINGS: readonly (readonly [string, readonly string[]])[] = (
  "shch:щ sch:щ,сч zh:ж kh:х ts:ц,тс tc:ц ch:ч sh:ш,щ yu:ю ju:ю iu:ю,иу ya:я ja:я ia:я,ия yo:е jo:е ye:е,ые " +
  "je:е yi:ый,ий iy:ий,ый yy:ый ij:ий ck:к a:а,я b:б v:в w:в,ш g:г d:д e:е,э z:з,ж i:и,й j:й,ж k:к l:л,ль m:м " +
  "n:н,нь o:о p:п r:р s:с t:т,ть u:у,ю f:ф h:х x:х,кс c:к,ц,с y:ы,й,и,у q:к ':ь, `:ь 4:ч 6:ш"
)
  .split(" ")
  .map((one) => one.split(":"))
  .map(([latin = "", russian = ""]) => [latin, russian.split(",")]);

/** More readings of one word than this are not followed: the likelier ones come first. */
const MAX_READINGS = 48;

/**
 * The ways to read a lower-case Latin word as Russian, the usual one first, at most 48.
 * Takes time linear in the word's length.
 */
export function readTranslit(word: string): readonly string[] {
  let partial = [""];
  for (let at = 0; at < word.length;) {
    const rest = word.slice(at, at + 4);
    const reading = READINGS.find(([latin]) => rest.startsWith(latin));
    const choices = reading?.[1] ?? [word.charAt(at)];
    at += reading?.[0].length ?? 1;
    partial = extend(partial, choices);
  }
  return partial;
}

/** Every prefix with its usual continuation first, then the rarer ones while there is room. */
function extend(prefixes: readonly string[], choices: readonly string[]): string[] {
  const extended: string[] = [];
  for (const choice of choices) {
    for (const prefix of prefixes) {
      if (extended.length >= MAX_READINGS) return extended;
      extended.push(prefix + choice);
    }
  }
  return extended;
}
