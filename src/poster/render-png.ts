// A drawing as a picture, with the fonts that come with the program.
import { FONT_FILES } from "./fonts.ts";
import { PAPER, SANS } from "./svg.ts";

/** How many pixels the picture has on one side; the other one follows from the shape of the drawing. */
export type Size = { readonly width: number } | { readonly height: number };

/** The same bytes for the same drawing. What renders is large and is loaded with the first picture only. */
export async function renderPng(svg: string, size: Size): Promise<Buffer> {
  const { renderAsync } = await import("@resvg/resvg-js");
  // Off the main thread: a bot goes on answering meanwhile.
  const image = await renderAsync(svg, {
    fitTo:
      "width" in size
        ? { mode: "width", value: size.width }
        : { mode: "height", value: size.height },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: SANS },
    background: PAPER,
  });
  return image.asPng();
}
