// The QR code of a link, and its frame with the call to scan it.
import { box, INK, PAPER, short, textLine, ACCENT, PAGE } from "./svg.ts";

/** Rows of modules, true for dark, without the quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

/** Level Q reads on with a quarter of the code dirty, torn or in the shade. */
export async function qrModulesOf(url: string): Promise<QrModules> {
  const { default: qrcode } = await import("qrcode");
  const { modules } = qrcode.create(url, { errorCorrectionLevel: "Q" });
  const { size, data } = modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from(data.subarray(y * size, (y + 1) * size), (module) => module === 1),
  );
}

/** ISO/IEC 18004 asks for four light modules on every side; scanners fail without. */
const QUIET_MODULES = 4;
/** With its quiet zone. The smallest code of a link has 25 modules: 119 mm leave 90 mm for it. */
const SIDE = 119;
const BORDER = 1.6;
const CALL = { text: "Наведите камеру телефона", height: 14, size: 6.6 };

export const FRAME_HEIGHT = SIDE + BORDER + CALL.height;

export function qrFrame(modules: QrModules, top: number): string {
  const x = PAGE.middle - SIDE / 2;
  const module = SIDE / (modules.length + 2 * QUIET_MODULES);
  const quiet = module * QUIET_MODULES;
  const width = SIDE + 2 * BORDER;
  const callBaseline = top + BORDER + SIDE + CALL.height / 2 + CALL.size * 0.36;
  return [
    box({ x: x - BORDER, y: top, width, height: FRAME_HEIGHT, radius: 6, fill: ACCENT }),
    box({ x, y: top + BORDER, width: SIDE, height: SIDE, radius: 4.6, fill: PAPER }),
    `<path transform="translate(${short(x + quiet)} ${short(top + BORDER + quiet)}) scale(${module})" d="${darkRuns(modules)}" fill="${INK}" shape-rendering="crispEdges"/>`,
    textLine(CALL.text, {
      x: PAGE.middle,
      y: callBaseline,
      size: CALL.size,
      fill: PAPER,
      isBold: true,
    }),
  ].join("\n");
}

/** One rectangle for neighbours in a row, a trace taller than the row so that no printer leaves a gap between rows. */
function darkRuns(modules: QrModules): string {
  return modules
    .flatMap((row, y) => {
      const signs = row.map((isDark) => (isDark ? "#" : " ")).join("");
      return Array.from(signs.matchAll(/#+/gu), ({ 0: run, index: x }) => {
        return `M${x} ${y}h${run.length}v1.01h-${run.length}z`;
      });
    })
    .join("");
}
