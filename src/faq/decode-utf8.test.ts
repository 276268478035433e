import { expect, it } from "vitest";
import { decodeUtf8, MAX_FILE_BYTES } from "./decode-utf8.ts";

/** "Привет" in CP1251 and KOI8-R. */
const CP1251 = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
const KOI8R = [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4];

function problemOf(bytes: Uint8Array): unknown {
  const decoded = decodeUtf8(bytes);
  return decoded.kind === "ok"
    ? decoded.text
    : { ...decoded.problems[0]?.params, line: decoded.problems[0]?.place?.line };
}

it("takes UTF-8, with or without a byte order mark", () => {
  const bytes = new TextEncoder().encode("Привет");
  expect(problemOf(bytes)).toBe("Привет");
  expect(problemOf(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe("Привет");
});

it.each([
  ["CP1251 on line 2", Uint8Array.of(0x61, 0x0a, ...CP1251), { encoding: "CP1251", line: 2 }],
  ["KOI8-R", Uint8Array.from(KOI8R), { encoding: "unknown", line: 1 }],
  ["UTF-16 with a mark", Uint8Array.of(0xff, 0xfe, 0x1f, 0x04), { encoding: "UTF-16", line: undefined }],
  [
    "UTF-16 without a mark",
    new Uint8Array(Buffer.from("organization: 1", "utf16le")),
    { encoding: "UTF-16", line: undefined },
  ],
  ["UTF-8 cut in a letter", Uint8Array.of(0x61, 0xd0), { encoding: "unknown", line: 1 }],
])("recognises %s", (_name, bytes, expected) => {
  expect(problemOf(bytes)).toEqual(expected);
});

it("refuses a file above the limit before it decodes anything", () => {
  expect(problemOf(new Uint8Array(MAX_FILE_BYTES + 1).fill(0xff))).toEqual({
    maxBytes: MAX_FILE_BYTES,
    line: undefined,
  });
});
