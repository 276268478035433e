// The poster as a drawing: an A4 page with the QR code of the bot, for the wall at a parents' meeting.
import { bubbles } from "./bubbles.ts";
import { fitText, LINE_HEIGHT, type FittedText } from "./fit-text.ts";
import { FRAME_HEIGHT, qrFrame, type QrModules } from "./qr-code.ts";
import { box, escapeXml, INK, MONO, PALE_INK, PAPER, textLine, textLines, ACCENT, PAGE } from "./svg.ts";
import { printable } from "./text-width.ts";

export interface PosterContent {
  readonly organization: string;
  /** Up to 230 characters are printed in full. */
  readonly url: string;
  readonly qrModules: QrModules;
  /** The first three are printed. */
  readonly questions: readonly string[];
}

export const TITLE = "Вопросы о переходе в MAX?";
const LEAD = ["Спросите чат-бота: он отвечает родителям и учителям", "сразу, в любое время и простыми словами."];
const EXAMPLES = "Например, можно спросить:";
const MAX_QUESTIONS = 3;

const TITLE_BASELINE = 27;
const LEAD_BASELINE = 37.5;
const FRAME_TOP = 50;
const LINK_TOP = FRAME_TOP + FRAME_HEIGHT + 3;
const FOOT = { top: 269, bottom: 287.5, ruleWidth: 30, ruleHeight: 0.6, gap: 2.6 };
const FOOT_ROOM = { width: 174, height: 14.6, sizes: [5.2, 4.6, 4.1, 3.7, 3.3] } as const;

/** SVG of 210 × 297 mm. Takes any text: what cannot be printed is left out, what is too long is cut. */
export function posterSvg({ organization, url, qrModules, questions }: PosterContent): string {
  const foot = footText(organization);
  const link = linkLines(url);
  const linkBottom = LINK_TOP + link.lines.length * link.size * LINE_HEIGHT;
  const isFooted = foot.lines.length > 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${PAGE.width}mm" height="${PAGE.height}mm" viewBox="0 0 ${PAGE.width} ${PAGE.height}">`,
    box({ x: 0, y: 0, width: PAGE.width, height: PAGE.height, fill: PAPER }),
    textLine(TITLE, { ...centred(TITLE_BASELINE), size: 10.4, fill: INK, isBold: true }),
    textLines(LEAD, { ...centred(LEAD_BASELINE), size: 5, fill: PALE_INK }),
    `<a xlink:href="${escapeXml(printable(url))}">`,
    qrFrame(qrModules, FRAME_TOP),
    textLines(link.lines, {
      ...centred(LINK_TOP + link.size),
      size: link.size,
      fill: INK,
      family: MONO,
    }),
    "</a>",
    bubbles(questions.slice(0, MAX_QUESTIONS), EXAMPLES, {
      top: linkBottom + 3,
      bottom: isFooted ? FOOT.top - 4 : FOOT.bottom - 4,
    }),
    ...(isFooted ? [footOf(foot)] : []),
    "</svg>",
  ].join("\n");
}

function centred(y: number) {
  return { x: PAGE.middle, y };
}

/** A name that ends with "…" is the template's "ГБОУ …": nobody has filled it in. */
function footText(organization: string): FittedText {
  const isTemplate = /(?:…|\.\.\.)\s*$/u.test(organization);
  return fitText(isTemplate ? "" : organization, FOOT_ROOM);
}

function footOf({ lines, size }: FittedText): string {
  const { top, bottom, ruleWidth, ruleHeight, gap } = FOOT;
  const textHeight = lines.length * size * LINE_HEIGHT;
  const textTop = top + gap + (bottom - top - gap - textHeight) / 2;
  return [
    box({
      x: PAGE.middle - ruleWidth / 2,
      y: top,
      width: ruleWidth,
      height: ruleHeight,
      fill: ACCENT,
    }),
    textLines(lines, { ...centred(textTop + size), size, fill: INK }),
  ].join("\n");
}

/** Every character of DejaVu Sans Mono is so many font sizes wide (1233 of 2048 units). */
const MONO_ADVANCE = 1233 / 2048;
const WIDTH_MM = 174;
const ONE_LINE_SIZES_MM = [5.4, 5, 4.6, 4.2];
const SIZES_MM = [4.2, 3.9, 3.6];
/** More than the longest link of a bot needs; nobody types a longer one. */
const MAX_LINES = 3;

/** The link whole, in as few lines as can be read from a chair: broken before its parameters, and where that is not enough anywhere. */
function linkLines(url: string): FittedText {
  const text = printable(url);
  const oneLine = ONE_LINE_SIZES_MM.find((size) => text.length <= charactersIn(size));
  if (oneLine !== undefined) return { lines: text === "" ? [] : [text], size: oneLine };
  const parts = text.split(/(?=\?)/u);
  const size = SIZES_MM.find((size) => parts.every((part) => part.length <= charactersIn(size))) ?? 3.6;
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
