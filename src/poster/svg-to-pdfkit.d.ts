// The part of svg-to-pdfkit that the poster uses; the package brings no types.
declare module "svg-to-pdfkit" {
  interface Options {
    readonly fontCallback: (family: string, isBold: boolean, isItalic: boolean) => string;
    readonly warningCallback: (warning: string) => void;
  }

  function svgToPdf(doc: PDFKit.PDFDocument, svg: string, x: number, y: number, options: Options): void;

  export = svgToPdf;
}
