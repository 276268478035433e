// Hands a text to the browser as a file; nothing is sent anywhere.

/** As long as a browser may take to begin. */
const KEPT_MS = 60_000;

export function download(name: string, text: string): void {
  const type = name.endsWith(".csv") ? "text/csv" : "text/plain";
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
