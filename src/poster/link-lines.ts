// The link as readable text: whole, in as few lines as can be read from a chair.
import type { FittedText } from "./fit-text.ts";
import { printable } from "./text-width.ts";

/** Every character of DejaVu Sans Mono is so many font sizes wide (1233 of 2048 units). */
const MONO_ADVANCE = 1233 / 2048;
const WIDTH_MM = 174;
const ONE_LINE_SIZES_MM = [5.4, 5, 4.6, 4.2];
const SIZES_MM = [4.2, 3.9, 3.6];
/** More than the longest link of a bot needs; nobody types a longer one. */
const MAX_LINES = 3;

/** A long link is broken before its parameters, and where that is not enough anywhere. */
export function linkLines(url: string): FittedText {
  const text = printable(url);
  const oneLine = ONE_LINE_SIZES_MM.find((size) => text.length <= charactersIn(size));
  if (oneLine !== undefined) return { lines: text === "" ? [] : [text], size: oneLine };
  const parts = text.split(/(?=\?)/u);
  const size =
    SIZES_MM.find((size) => parts.every((part) => part.length <= charactersIn(size))) ?? 3.6;
  const lines = parts.flatMap((part) => chopped(part, charactersIn(size)));
  return { lines: lines.slice(0, MAX_LINES), size };
}

function charactersIn(sizeMm: number): number {
  return Math.floor(WIDTH_MM / (sizeMm * MONO_ADVANCE));
}

function chopped(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length));
  return pieces;
}
