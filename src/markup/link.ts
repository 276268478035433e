// Links in light Markdown: [text](address), and bare addresses.

export interface Link {
  readonly kind: "link" | "bare";
  readonly label: string;
  readonly address: string;
  /** Where the link starts and ends in the text it was found in; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Neither part may hold a square bracket, so a search that starts at one bracket ends at the next at the latest:
 * together they read the text once, however it was built. Round brackets may be nested one deep in an address,
 * as Wikipedia has them.
 */
const LINK = /\[([^[\]\n]*)\]\(([^\s()[\]]*(?:\([^\s()[\]]*\)[^\s()[\]]*)*)\)/gu;

const BARE_ADDRESS = /https?:\/\/[^\s<>[\]]+/giu;

/** Punctuation after an address belongs to the sentence: "(см. https://max.ru)." */
const TRAILING = new Set("*_.,:;!?»\"'");

/** All links with a valid web address, in order, not overlapping. */
export function linksOf(text: string): readonly Link[] {
  const links = Array.from(text.matchAll(LINK), (match): Link => {
    const [whole, label = "", address = ""] = match;
    return { kind: "link", label, address, start: match.index, end: match.index + whole.length };
  }).filter((link) => link.label.trim() !== "" && isWebAddress(link.address));
  return mergeInOrder(links, bareAddressesOf(text));
}

function bareAddressesOf(text: string): readonly Link[] {
  return Array.from(text.matchAll(BARE_ADDRESS), (match) => {
    const address = withoutTrailing(match[0]);
    return {
      kind: "bare",
      label: address,
      address,
      start: match.index,
      end: match.index + address.length,
    };
  });
}

function withoutTrailing(address: string): string {
  let end = address.length;
  let isClosingOpen = address.includes("(");
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? "";
    if (last === ")" && isClosingOpen) {
      isClosingOpen = false;
      break;
    }
    if (last !== ")" && !TRAILING.has(last)) break;
  }
  return address.slice(0, end);
}

/** Both in order; of two that overlap the first kind wins, since the address of a link is a bare address too. */
function mergeInOrder(links: readonly Link[], bare: readonly Link[]): readonly Link[] {
  const merged: Link[] = [];
  let next = 0;
  for (const address of bare) {
    for (let link = links[next]; link !== undefined && link.start < address.end; link = links[next]) {
      merged.push(link);
      next += 1;
    }
    if ((merged.at(-1)?.end ?? 0) <= address.start) merged.push(address);
  }
  return [...merged, ...links.slice(next)];
}

/** A whole http or https address with a host, without spaces. Other schemes (javascript:, tel:) are not ours to send. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s/]/iu.test(address) || /\s/u.test(address)) return false;
  return URL.canParse(address);
}
