// A YAML document as plain values that remember where they stand in the file.
import type { Shape } from "../problems/problem.ts";

interface Spot {
  /** Offsets into the file; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

interface ScalarNode extends Spot {
  readonly kind: "scalar";
  readonly value: unknown;
}

/** A key with nothing behind it, or a dash with nothing behind it. */
interface EmptyNode extends Spot {
  readonly kind: "empty";
}

export interface ListNode extends Spot {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface Field {
  readonly key: Spot;
  readonly node: YamlNode;
}

export interface MappingNode extends Spot {
  readonly kind: "mapping";
  readonly fields: ReadonlyMap<string, Field>;
}

export type YamlNode = ScalarNode | EmptyNode | ListNode | MappingNode;

export type Path = readonly (string | number)[];

/** The bare value; an empty field is as absent as one that is not there, an empty item of a list is null. */
export function valueOf(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map((item) => valueOf(item) ?? null);
  if (node.kind === "empty") return undefined;
  return Object.fromEntries(Array.from(node.fields, ([key, field]) => [key, valueOf(field.node)]));
}

/** The node at `path`, or undefined when the file has none there. */
export function nodeAt(root: YamlNode, path: Path): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, step) => node && childOf(node, step), root);
}

function childOf(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === "list" && typeof step === "number") return node.items[step];
  if (node.kind === "mapping") return node.fields.get(String(step))?.node;
  return undefined;
}

export function shapeOf(node: YamlNode): Shape {
  if (node.kind === "list" || node.kind === "mapping") return node.kind;
  if (node.kind === "empty") return "other";
  if (typeof node.value === "string") return "text";
  return typeof node.value === "number" ? "number" : "other";
}
