// The poster's picture: A4 at 300 dots per inch.
import { crc32 } from "node:zlib";
import { renderPng } from "./render-png.ts";

/** 297 mm; the width of 210 mm comes to 2480. */
const HEIGHT_PIXELS = 3508;
const PIXELS_PER_METRE = Math.round(300 / 0.0254);
/** Signature and header chunk, after which further chunks may stand. */
const HEADER_BYTES = 8 + 25;

export async function renderPosterPng(svg: string): Promise<Uint8Array> {
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
