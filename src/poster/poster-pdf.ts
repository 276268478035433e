// The poster's PDF: vector, with text that can be selected and a link that can be tapped.
import { buffer } from "node:stream/consumers";
import { fontFile, SANS_FILE } from "./fonts.ts";

/** The same bytes for the same drawing: its date is always the same. */
export async function renderPdf(svg: string, title: string): Promise<Uint8Array> {
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
