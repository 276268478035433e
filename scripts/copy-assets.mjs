// Copies the files of the chat page beside the compiled program; the compiler takes only TypeScript along.
import { cp } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const from = fileURLToPath(new URL("../src/preview/page", import.meta.url));
const to = fileURLToPath(new URL("../dist/preview/page", import.meta.url));
const SERVED = new Set([".html", ".css", ".js", ".svg"]);

await cp(from, to, {
  recursive: true,
  filter: (source) => source === from || SERVED.has(extname(source)),
});
