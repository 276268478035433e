// What the schema says against a file, as problems; and the parts of the file it says nothing against.
import type { z } from "zod";
import { createSuggester } from "../text/nearest-name.ts";
import { problem, type Place, type Problem, type Shape } from "./problems/problem.ts";
import { knownKeysAt } from "./schema.ts";
import { createSheet, type Places, type SheetOf } from "./sheet.ts";
import type { Locator } from "./yaml/locator.ts";
import { nodeAt, shapeOf, valueOf, type MappingNode, type Path, type YamlNode } from "./yaml/yaml-node.ts";

type Issue = z.core.$ZodIssue;

/** Reads `root` with the schema. The sheet holds every value whose type is right, whatever else is wrong with it. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  root: MappingNode,
  locator: Locator,
): { readonly sheet: SheetOf<z.infer<Schema>>; readonly problems: readonly Problem[] } {
  const value = valueOf(root);
  const issues = (schema.safeParse(value).error?.issues ?? []).flatMap(likeliestOf);
  const wrongTypes = issues.filter(({ code }) => code === "invalid_type").map((issue) => pathOf(issue));
  // What the schema did not reject the type of, has that type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod tells what is wrong, not what is right
  const values = blank(value, wrongTypes) as SheetOf<z.infer<Schema>>["values"];
  const sheet = createSheet<z.infer<Schema>>(values, root, locator);
  return {
    sheet,
    problems: issues.flatMap((issue) => problemsOf(issue, { schema, root, sheet, locator })),
  };
}

/** What is wrong with a value that may have several shapes: what is said of the shape it has got furthest with. */
function likeliestOf(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const depthOf = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [likeliest = []] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a));
  return likeliest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(likeliestOf);
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

/** The same value with `undefined` at the paths; places in lists are kept. */
function blank(value: unknown, paths: readonly Path[]): unknown {
  for (const path of paths) {
    const parent = path.slice(0, -1).reduce<unknown>((at, step) => childOf(at, step), value);
    const last = path.at(-1);
    if (last !== undefined && typeof parent === "object" && parent !== null) Reflect.set(parent, last, undefined);
  }
  return value;
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
}

interface Source {
  readonly schema: z.ZodType;
  readonly root: YamlNode;
  readonly sheet: Places;
  readonly locator: Locator;
}

function problemsOf(issue: Issue, source: Source): readonly Problem[] {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") return unknownKeys(path, issue.keys, source);
  if (issue.code === "invalid_type") return [wrongType(path, shapeExpected(issue.expected), source)];
  const node = nodeAt(source.root, path);
  return [failedCheck(issue, source.sheet.placeOf(path), node && valueOf(node))];
}

function unknownKeys(path: Path, keys: readonly string[], { schema, sheet }: Source): readonly Problem[] {
  const suggest = createSuggester(knownKeysAt(schema, path));
  return keys.map((key) => problem("unknown-key", sheet.placeOfKey(path, key), { key, suggestion: suggest(key) }));
}

function shapeExpected(expected: string): Shape {
  if (expected === "string") return "text";
  if (expected === "number") return "number";
  return expected === "array" ? "list" : "mapping";
}

const MAX_QUOTED_LENGTH = 60;

function wrongType(path: Path, expected: Shape, { root, sheet, locator }: Source): Problem {
  const place = sheet.placeOf(path);
  const node = nodeAt(root, path);
  const last = path.at(-1);
  const key = typeof last === "string" ? last : undefined;
  if (node === undefined) return problem("missing-key", place, { key: key ?? "" });
  if (node.kind === "empty") return problem("empty-value", place, { key });
  const written = locator.text.slice(node.start, Math.min(node.end, node.start + place.length));
  const source = written.slice(0, MAX_QUOTED_LENGTH);
  if (expected === "text" && node.kind === "scalar") return problem("needs-quotes", place, { source });
  if (expected === "text" && node.kind === "mapping") return problem("text-became-mapping", place, { source });
  const found = shapeOf(node);
  // YAML's .nan and .inf are of the type number and yet none.
  return problem("wrong-type", place, { expected, found: found === expected ? "other" : found });
}

/** A check of the schema that failed; its message is the problem code (see schema.ts). */
function failedCheck(issue: Issue, place: Place, value: unknown): Problem {
  const text = String(value);
  switch (issue.message) {
    case "empty-text":
    case "empty-list":
    case "lonely-synonym":
      return problem(issue.message, place, {});
    case "text-too-long":
      return problem("text-too-long", place, { length: text.length, maxLength: maximumOf(issue) });
    case "bad-id":
      return problem("bad-id", place, { id: text });
    case "bad-date":
      return problem("bad-date", place, { date: text });
    case "bad-address":
      return problem("bad-address", place, { address: text });
    case "out-of-range":
      return problem("out-of-range", place, { value: Number(value) });
  }
  throw new Error(`Schema check without a problem code: "${issue.message}"`);
}

function maximumOf(issue: Issue): number {
  return issue.code === "too_big" ? Number(issue.maximum) : 0;
}
