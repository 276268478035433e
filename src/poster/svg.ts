// The few SVG elements that posters and charts are drawn with. Lengths are in the unit of the drawing.
import { LINE_HEIGHT } from "./fit-text.ts";

export const INK = "#16181d";
export const PALE_INK = "#4a4f59";
export const PAPER = "#ffffff";

/** Dark enough to be read when a school prints in black only. */
export const ACCENT = "#1d4fa0";
export const PALE_ACCENT = "#edf2fb";

/** The page of a poster: A4 in millimetres. */
export const PAGE = { width: 210, height: 297, middle: 105 } as const;

export const SANS = "DejaVu Sans";
/** Tells 0 from O and l from I in a link that is typed. */
export const MONO = "DejaVu Sans Mono";

interface TextStyle {
  /** The middle of the lines, or where they begin. */
  readonly x: number;
  /** The baseline, of the first line if there are several. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: "middle" | "start" | "end";
  readonly isBold?: boolean;
  readonly family?: string;
  readonly className?: string;
}

export function textLine(text: string, style: TextStyle): string {
  const { x, y, size, fill, anchor = "middle", isBold = false, family = SANS, className } = style;
  const weight = isBold ? "bold" : "normal";
  const place = `x="${short(x)}" y="${short(y)}" text-anchor="${anchor}"`;
  const font = `font-family="${family}" font-weight="${weight}" font-size="${short(size)}"`;
  return `<text${classOf(className)} ${place} ${font} fill="${fill}">${escapeXml(text)}</text>`;
}

export function textLines(lines: readonly string[], style: TextStyle): string {
  return lines
    .map((line, index) => textLine(line, { ...style, y: style.y + index * style.size * LINE_HEIGHT }))
    .join("\n");
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill: string;
  readonly className?: string;
}

export function box({ x, y, width, height, radius = 0, fill, className }: Box): string {
  const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  return `<rect${classOf(className)} ${place} rx="${short(radius)}" ry="${short(radius)}" fill="${fill}"/>`;
}

/** By which the style of a page finds the element. */
function classOf(className: string | undefined): string {
  return className === undefined ? "" : ` class="${className}"`;
}

/** Drawings are compared in tests and by people: no digits beyond a thousandth. */
export function short(length: number): string {
  return String(Number(length.toFixed(3)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? "");
}
