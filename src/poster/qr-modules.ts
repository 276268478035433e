// The QR code of a link, as rows of modules.
import type { QrModules } from "./qr-frame.ts";

/** Level Q reads on with a quarter of the code dirty, torn or in the shade. */
export async function qrModulesOf(url: string): Promise<QrModules> {
  const { default: qrcode } = await import("qrcode");
  const { modules } = qrcode.create(url, { errorCorrectionLevel: "Q" });
  const { size, data } = modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from(data.subarray(y * size, (y + 1) * size), (module) => module === 1),
  );
}
