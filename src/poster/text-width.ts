// How wide a text is in DejaVu Sans, without the font at hand: advances rounded up, so that a line never overflows.

/** Characters by their advance in 32nds of the font size. What is not here is not printed. */
const ADVANCES: readonly (readonly [number, string])[] = [
  [8, "′"],
  [9, "'ijlìíîïіїјӏ"],
  [10, "IJÌÍÎÏІЇЈӀ"],
  [11, " ,./:;\\| ¦·‘’‚"],
  [12, "-f‐\u2011″"],
  [13, "!()[]t¡²³¹"],
  [14, "r"],
  [15, '"'],
  [16, "*_`§¨ª¯°´¸º–"],
  [17, "?sz¿гѓѕґҕӷ“”„"],
  [18, "Lcçзсэєҙҫӟӭԑ"],
  [19, "Fkvxyýÿвтухчьўҍғҭүұҳҷҹӌӡӯӱӳӵӻӽӿ•"],
  [20, "PTYaeo«»ÝÞàáâãäåèéêëðòóôõöøЃЎГРТУабекояѐёђќҎҐҔқҝҟҬҮҰӄӑӓӗәӛӧөӫӮӰӲӶԐ"],
  [21, "$0123456789EKSbdghnpqu{}¢£¤¥µ¶ÈÉÊËßñùúûüþЁЀЅЕЗийлнпрћѝџҏҘһӃӖӞӣӥԓ₽"],
  [22, "ABVXZÀÁÂÃÄÅАБВХЧЬцҋҌҒңҲҶҸҺӆӈӊӋӐӒӠӴӺӼӾ"],
  [23, "CRÇЄЌКСЭЯдъҚҜҞҩҪӬ"],
  [24, "NUÑÙÚÛÜЍИЙҽҿӢӤ"],
  [25, "&DGHÐЏДЛНПЦмҊҢӅӇӉӎԒ"],
  [26, "OQÒÓÔÕÖØЂЋОыҵӘӚӦӨӪӹ"],
  [27, "#+<=>^w~¬±×÷Ъюҡ−→"],
  [28, "MМФфҠ"],
  [29, "ЫжљњҗҥҨӂӍӝӸ★♥"],
  [30, "шҧҴ"],
  [31, "%щҼҾ"],
  [32, "@Wm©®¼½¾ÆæӔӕ—…™"],
  [33, "Ҥ"],
  [34, "Њ№"],
  [35, "ЉЖШЩЮҖҦӁӜ"],
];

const UNITS_PER_SIZE = 32;

const ADVANCE_OF: ReadonlyMap<string, number> = new Map(
  ADVANCES.flatMap(([advance, characters]) =>
    Array.from(characters, (character) => [character, advance / UNITS_PER_SIZE] as const),
  ),
);

/** All that can be printed: Latin, the Cyrillic of Russia's languages, signs. */
export const PRINTABLE: readonly string[] = [...ADVANCE_OF.keys()];

/** In the unit of `size`; 0–5 % more than the text takes. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, char) => sum + (ADVANCE_OF.get(char) ?? 1), 0) * size;
}

/** The text on one line, with nothing left that the font lacks (emoji, control characters) or that is half a character. */
export function printable(text: string): string {
  return Array.from(text.normalize("NFC"), (char) => printableCharacter(char))
    .join("")
    .replace(/ +/gu, " ")
    .trim();
}

function printableCharacter(character: string): string {
  if (ADVANCE_OF.has(character)) return character;
  return /\s/u.test(character) ? " " : "";
}
