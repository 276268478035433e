// The poster as files to print. What draws them is large, and is loaded with the first poster only.
import { posterSvg, TITLE, type PosterContent } from "./poster-svg.ts";
import { qrModulesOf } from "./qr-code.ts";
import { buffer } from "node:stream/consumers";
import { fontFile, SANS_FILE, renderPng } from "./render-png.ts";
import { crc32 } from "node:zlib";

export interface Poster {
  /** A4 at 300 dpi, 2480 × 3508 pixels. */
  readonly png: Uint8Array;
  /** A4, one page. */
  readonly pdf: Uint8Array;
}

/** What is printed on it. */
export type PosterText = Omit<PosterContent, "qrModules">;

/** The same files for the same text. Takes about a second, half of which nothing else is done in this thread. */
export async function createPoster(text: PosterText): Promise<Poster> {
  const svg = posterSvg({ ...text, qrModules: await qrModulesOf(text.url) });
  const [png, pdf] = await Promise.all([renderPosterPng(svg), renderPdf(svg, TITLE)]);
  return { png, pdf };
}

/** The same bytes for the same drawing: the date is always the same. */
async function renderPdf(svg: string, title: string): Promise<Uint8Array> {
  const [{ default: PdfDocument }, { default: svgToPdf }] = await Promise.all([
    import("pdfkit"),
    import("svg-to-pdfkit"),
  ]);
  const document = new PdfDocument({
    size: "A4",
    margin: 0,
    font: SANS_FILE,
    lang: "ru",
    displayTitle: true,
    // pdfkit wants a date, and makes the identifier of the file of it.
    info: { Title: title, CreationDate: new Date(0) },
  });
  const bytes = buffer(document);
  svgToPdf(document, svg, 0, 0, {
    fontCallback: (family, isBold) => fontFile(family, isBold),
    warningCallback: (warning) => {
      throw new Error(`Drawing the poster as PDF: ${warning}`);
    },
  });
  document.end();
  return bytes;
}

/** 297 mm; the width of 210 mm comes to 2480. */
const HEIGHT_PIXELS = 3508;
const PIXELS_PER_METRE = Math.round(300 / 0.0254);
/** Signature and header chunk, after which further chunks may stand. */
const HEADER_BYTES = 8 + 25;

async function renderPosterPng(svg: string): Promise<Uint8Array> {
  return withResolution(await renderPng(svg, { height: HEIGHT_PIXELS }));
}

/** With the chunk that says how large a pixel is; without it the page prints at any size. */
function withResolution(png: Buffer): Uint8Array {
  const chunk = Buffer.alloc(4 + 4 + 9 + 4);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  chunk.writeUInt32BE(PIXELS_PER_METRE, 8);
  chunk.writeUInt32BE(PIXELS_PER_METRE, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, HEADER_BYTES), chunk, png.subarray(HEADER_BYTES)]);
}
