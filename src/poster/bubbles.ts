// Example questions as speech bubbles, left and right in turn as in a chat.
import { fitText, LINE_HEIGHT, type FittedText } from "./fit-text.ts";
import { widthOf } from "./text-width.ts";
import { INK, PALE_INK, short, textLine, textLines, ACCENT, PAGE, PALE_ACCENT } from "./svg.ts";

const MARGIN = 20;
const MAX_TEXT_WIDTH = 126;
const TEXT_HEIGHT = 13;
const SIZES = [5, 4.5, 4, 3.6] as const;
const PADDING = { x: 6, y: 2.4 };
const RADIUS = 4;
const TAIL = 3;
const LABEL = { size: 4.2, height: 7.5 };
const MIN_GAP = 1.5;
const MAX_GAP = 5;
/** From the middle of a line down to its baseline, in font sizes. */
const BASELINE = 0.36;

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Nothing at all when there is no question that can be printed. */
export function bubbles(questions: readonly string[], label: string, { top, bottom }: Band): string {
  const bodies = sameSize(questions).map(({ lines, size }) => ({
    lines,
    size,
    width: Math.min(MAX_TEXT_WIDTH, widest(lines, size)) + 2 * PADDING.x,
    height: lines.length * size * LINE_HEIGHT + 2 * PADDING.y,
  }));
  if (bodies.length === 0) return "";
  const bodiesHeight = bodies.reduce((sum, { height }) => sum + height, 0) + LABEL.height;
  const freeHeight = bottom - top - bodiesHeight;
  const gap = Math.min(MAX_GAP, Math.max(MIN_GAP, freeHeight / bodies.length));
  let y = top + Math.max(0, (freeHeight - gap * (bodies.length - 1)) / 2);
  const drawn = [textLine(label, { x: PAGE.middle, y: y + LABEL.size, size: LABEL.size, fill: PALE_INK })];
  y += LABEL.height;
  for (const [index, body] of bodies.entries()) {
    drawn.push(bubble(body, y, index % 2 === 0));
    y += body.height + gap;
  }
  return drawn.join("\n");
}

/** All in the size of the one that needs the smallest. */
function sameSize(questions: readonly string[]): readonly FittedText[] {
  const room = { width: MAX_TEXT_WIDTH, height: TEXT_HEIGHT };
  const fitted = questions.map((question) => fitText(question, { ...room, sizes: SIZES }));
  const size = Math.min(...fitted.map((text) => text.size));
  return questions
    .map((question) => fitText(question, { ...room, sizes: [size] }))
    .filter(({ lines }) => lines.length > 0);
}

function widest(lines: readonly string[], size: number): number {
  return Math.max(...lines.map((line) => widthOf(line, size)));
}

interface Body extends FittedText {
  readonly width: number;
  readonly height: number;
}

function bubble({ lines, size, width, height }: Body, y: number, isLeft: boolean): string {
  const shift = isLeft ? MARGIN : PAGE.width - MARGIN;
  const x = (isLeft ? MARGIN : PAGE.width - MARGIN - width) + PADDING.x;
  const firstMiddle = y + PADDING.y + (size * LINE_HEIGHT) / 2;
  return [
    `<path transform="translate(${shift} ${short(y)}) scale(${isLeft ? 1 : -1} 1)" d="${outline(width, height)}" fill="${PALE_ACCENT}" stroke="${ACCENT}" stroke-width="0.4"/>`,
    textLines(lines, { x, y: firstMiddle + size * BASELINE, size, fill: INK, anchor: "start" }),
  ].join("\n");
}

/** A rounded box with its tail at the lower left. */
function outline(width: number, height: number): string {
  const [right, bottom] = [short(width), short(height)];
  const arc = `A${RADIUS} ${RADIUS} 0 0 1`;
  return [
    `M${RADIUS} 0 H${short(width - RADIUS)} ${arc} ${right} ${RADIUS}`,
    `V${short(height - RADIUS)} ${arc} ${short(width - RADIUS)} ${bottom}`,
    `H${-TAIL} Q0 ${short(height - 1)} 0 ${short(height - RADIUS)}`,
    `V${RADIUS} ${arc} ${RADIUS} 0 Z`,
  ].join(" ");
}
