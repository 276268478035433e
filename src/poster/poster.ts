// The poster as files to print. What draws them is large, and is loaded with the first poster only.
import { renderPdf } from "./poster-pdf.ts";
import { renderPosterPng } from "./poster-png.ts";
import { posterSvg, TITLE, type PosterContent } from "./poster-svg.ts";
import { qrModulesOf } from "./qr-modules.ts";

export interface Poster {
  /** A4 at 300 dpi, 2480 × 3508 pixels. */
  readonly png: Uint8Array;
  /** A4, one page. */
  readonly pdf: Uint8Array;
}

/** The same files for the same content. Takes about a second. */
export async function createPoster(content: Omit<PosterContent, "qrModules">): Promise<Poster> {
  const svg = posterSvg({ ...content, qrModules: await qrModulesOf(content.url) });
  const [png, pdf] = await Promise.all([renderPosterPng(svg), renderPdf(svg, TITLE)]);
  return { png, pdf };
}
