// The files of the fonts, which come with a package: no font of the machine is used.
import { createRequire } from "node:module";
import { MONO } from "./svg.ts";

const require = createRequire(import.meta.url);

export const SANS_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
const SANS_BOLD_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
const MONO_FILE = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf");

export const FONT_FILES: readonly string[] = [SANS_FILE, SANS_BOLD_FILE, MONO_FILE];

export function fontFile(family: string, isBold: boolean): string {
  if (family === MONO) return MONO_FILE;
  return isBold ? SANS_BOLD_FILE : SANS_FILE;
}
