// How deep a YAML text is nested, found without recursion.
import type { CST } from "yaml";

/** faq.yaml itself is five levels deep. */
export const MAX_DEPTH = 12;

/**
 * The offset of the first collection that is nested too deep, or undefined.
 * The composer of the library recurses, and Node dies of some overflows of the stack (one that hits while V8
 * compiles a regular expression), so it must never see such a text.
 */
export function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    for (const inner of partsOf(token)) open.push({ token: inner, depth: depth + 1 });
  }
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((part) => part !== null && part !== undefined),
  );
}
