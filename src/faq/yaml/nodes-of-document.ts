// The nodes of the YAML library to ours: aliases followed, keys made unique.
import { isAlias, isMap, isScalar, isSeq, type Document, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Locator } from "./locator.ts";
import { problem, warning, type Problem } from "../problems/problem.ts";
import type { Field, YamlNode } from "./yaml-node.ts";

/** Counted as they are followed, so that aliases inside aliases ("billion laughs") end here too. */
const MAX_ALIASES = 20;

interface Conversion {
  readonly locator: Locator;
  readonly problems: Problem[];
  /** The library's nodes by the last name given to them so far. */
  readonly anchors: Map<string, unknown>;
  readonly unused: Map<string, Problem>;
  followed: number;
  /** Why the structure cannot be trusted; stops the conversion. */
  refusal: Problem | undefined;
}

export type YamlReading =
  | {
      readonly kind: "ok";
      readonly root: YamlNode | undefined;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

export function nodesOf(document: Document, locator: Locator): YamlReading {
  const conversion: Conversion = {
    locator,
    problems: [],
    anchors: new Map(),
    unused: new Map(),
    followed: 0,
    refusal: undefined,
  };
  const root = document.contents === null ? undefined : nodeOf(document.contents, conversion);
  const { refusal, problems, unused } = conversion;
  if (refusal !== undefined) return { kind: "unreadable", problems: [refusal] };
  return { kind: "ok", root, problems: [...problems, ...unused.values()] };
}

function nodeOf(source: unknown, conversion: Conversion): YamlNode {
  const spot = spotOf(source);
  if (conversion.refusal !== undefined) return { kind: "empty", ...spot };
  if (isAlias(source)) return nodeOfAlias(source.source, spot, conversion);
  rememberAnchor(source, spot, conversion);
  if (isScalar(source)) return nodeOfScalar(source, spot, conversion);
  if (isSeq(source)) {
    return {
      kind: "list",
      ...spot,
      items: source.items.map((item) => nodeOf(item, conversion)),
    };
  }
  if (isMap(source)) return { kind: "mapping", ...spot, fields: fieldsOf(source, conversion) };
  return { kind: "empty", ...spot };
}

function spotOf(source: unknown): { readonly start: number; readonly end: number } {
  const isNode = isAlias(source) || isScalar(source) || isSeq(source) || isMap(source);
  const range = isNode ? source.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function nodeOfAlias(
  name: string,
  spot: { readonly start: number; readonly end: number },
  conversion: Conversion,
): YamlNode {
  const place = conversion.locator.placeOf(spot.start, spot.end);
  conversion.followed += 1;
  if (conversion.followed > MAX_ALIASES) {
    conversion.refusal = problem("too-many-aliases", place, { maxAliases: MAX_ALIASES });
    return { kind: "empty", ...spot };
  }
  if (!conversion.anchors.has(name)) {
    conversion.problems.push(problem("unknown-alias", place, { name }));
    return { kind: "scalar", ...spot, value: `*${name}` };
  }
  conversion.unused.delete(name);
  return nodeOf(conversion.anchors.get(name), conversion);
}

function rememberAnchor(
  source: unknown,
  spot: { readonly start: number },
  { anchors, unused, locator }: Conversion,
): void {
  const name = isScalar(source) || isSeq(source) || isMap(source) ? source.anchor : undefined;
  if (name === undefined || anchors.get(name) === source) return;
  anchors.set(name, source);
  const at = locator.text.lastIndexOf(`&${name}`, spot.start);
  unused.set(name, warning("unused-anchor", locator.placeOf(at, at + name.length + 1), { name }));
}

/** "чат #1", "- #чат": YAML takes it all for a comment. One that is meant as such has a space there. */
const HASH = /[ \t]*(#[^\s#].*)/uy;

function nodeOfScalar(
  source: Scalar,
  spot: { readonly start: number; readonly end: number },
  { problems, locator }: Conversion,
): YamlNode {
  const isEmpty = source.value === null && spot.start === spot.end;
  HASH.lastIndex = spot.end;
  const rest = isEmpty || source.type === "PLAIN" ? HASH.exec(locator.text)?.[1] : undefined;
  if (rest !== undefined) {
    const place = locator.placeOf(HASH.lastIndex - rest.length, HASH.lastIndex);
    problems.push(warning("cut-by-hash", place, { rest }));
  }
  if (isEmpty) return { kind: "empty", ...spot };
  return { kind: "scalar", ...spot, value: source.value };
}

function fieldsOf(source: YAMLMap, conversion: Conversion): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const pair of source.items) {
    const key = keyOf(pair, conversion);
    const first = fields.get(key.name);
    if (first === undefined) {
      fields.set(key.name, { key: key.spot, node: nodeOf(pair.value, conversion) });
      continue;
    }
    const firstLine = conversion.locator.placeOf(first.key.start, first.key.end).line;
    const place = conversion.locator.placeOf(key.spot.start, key.spot.end);
    conversion.problems.push(problem("duplicate-key", place, { key: key.name, firstLine }));
  }
  return fields;
}

/** A key that is no scalar ("{{organization}}" without quotes) goes by its source: the schema knows no such key. */
function keyOf({ key }: Pair, { locator }: Conversion) {
  const spot = spotOf(key);
  return {
    name: isScalar(key) ? String(key.value) : locator.text.slice(spot.start, spot.end),
    spot,
  };
}
