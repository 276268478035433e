// A drawing as a picture, with the fonts that come with the program.
import { PAPER, SANS, MONO } from "./svg.ts";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// They come with a package: no font of the machine is used.
export const SANS_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
const SANS_BOLD_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
const MONO_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf");

const FONT_FILES = [SANS_FILE, SANS_BOLD_FILE, MONO_FILE];

export function fontFile(family: string, isBold: boolean): string {
  if (family === MONO) return MONO_FILE;
  return isBold ? SANS_BOLD_FILE : SANS_FILE;
}

/** How many pixels the picture has on one side; the other one follows from the shape of the drawing. */
type Size = { readonly width: number } | { readonly height: number };

/** The same bytes for the same drawing. What renders is large and is loaded with the first picture only. */
export async function renderPng(svg: string, size: Size): Promise<Buffer> {
  const { renderAsync } = await import("@resvg/resvg-js");
  // Off the main thread: a bot goes on answering meanwhile.
  const image = await renderAsync(svg, {
    fitTo: "width" in size ? { mode: "width", value: size.width } : { mode: "height", value: size.height },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: SANS },
    background: PAPER,
  });
  return image.asPng();
}
