// What a file is, by how it begins; its name may say anything.

const SIGNATURES: readonly (readonly [type: string, hex: string, offset: number])[] = [
  ["image/png", "89504e470d0a1a0a", 0],
  ["image/jpeg", "ffd8ff", 0],
  ["image/gif", "47494638", 0],
  ["image/webp", "57454250", 8],
  ["application/pdf", "255044462d", 0],
];

export function contentTypeOf(bytes: Buffer): string {
  const hit = SIGNATURES.find(([, hex, offset]) => {
    const signature = Buffer.from(hex, "hex");
    return bytes.subarray(offset, offset + signature.length).equals(signature);
  });
  return hit?.[0] ?? "application/octet-stream";
}

/** Whether a browser shows it as a picture, and runs nothing of it. */
export function isPicture(bytes: Buffer): boolean {
  return contentTypeOf(bytes).startsWith("image/");
}
