// Addresses in what parents read: encrypted, and written so that a tap opens them.
import { linksOf, isWebAddress } from "../markup/link.ts";
import { parentTextsOf, placeOfPart, type ParentText } from "./parent-texts.ts";
import { warning, type Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

export function checkAddresses(sheet: Sheet): readonly Problem[] {
  return [
    ...parentTextsOf(sheet).flatMap((text) => [
      ...insecureIn(text, sheet),
      ...unreadableIn(text, sheet),
    ]),
    ...checkSources(sheet),
  ];
}

const INSECURE = /^http:/iu;

function insecureIn(text: ParentText, sheet: Sheet): readonly Problem[] {
  return linksOf(text.text)
    .filter(({ address }) => INSECURE.test(address))
    .map(({ address, start, end, kind }) => {
      const index = kind === "link" ? end - 1 - address.length : start;
      return warning("insecure-address", placeOfPart(sheet, text, address, index), { address });
    });
}

function checkSources(sheet: Sheet): readonly Problem[] {
  return (sheet.draft.entries ?? []).flatMap((entry, at) => {
    const address = entry?.source?.url;
    if (address === undefined || !INSECURE.test(address)) return [];
    const place = sheet.placeOf(["entries", at, "source", "url"]);
    return [warning("insecure-address", place, { address })];
  });
}

/** What was meant as an address: "www.max.ru", "https//max.ru", "htps://max.ru", "https:/max.ru". */
const ATTEMPT =
  /(?<![\p{L}\p{N}./-])(?:www\.|h?t{1,3}ps?(?:[:;]\/{1,3}|\/{2,3}))[^\s<>[\]()«»]*[^\s<>[\]()«».,:;!?"']/giu;

/** An attempt inside a Markdown link is for the check of answers. */
function unreadableIn(text: ParentText, sheet: Sheet): readonly Problem[] {
  const links = linksOf(text.text).filter(({ address }) => isWebAddress(address));
  return Array.from(text.text.matchAll(ATTEMPT))
    .filter(({ index }) => !links.some(({ start, end }) => start <= index && index < end))
    .filter(({ index }) => text.text[index - 1] !== "(" || text.text[index - 2] !== "]")
    .map(({ 0: written, index }) =>
      warning("unreadable-address", placeOfPart(sheet, text, written, index), { written }),
    );
}
