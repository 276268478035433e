// Builds the program into `dist`, or into the folder named: a few files instead of a thousand, since finding and reading
// them is most of the time of a start. The types are checked elsewhere (`npm run check`).
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Packages with native code or files of their own; they are found in node_modules. */
const APART = /^(?:libsql|@resvg\/resvg-js|pdfkit|svg-to-pdfkit|qrcode|dejavu-fonts-ttf)(?:\/|$)/u;
/** Looked for by `pg`, and not installed. */
const ABSENT = /^pg-native$/u;

const folder = join(ROOT, process.argv[2] ?? "dist");
const INPUT = { platform: "node", external: [APART, ABSENT] };
const OUTPUT = {
  dir: folder,
  format: "esm",
  sourcemap: true,
  minify: { compress: true, mangle: false, codegen: true },
  // Beside each other, so that the page is found from any of them.
  chunkFileNames: "[name].js",
};
const program = await rolldown({ ...INPUT, input: join(ROOT, "src/main.ts") });
await program.write({ ...OUTPUT, cleanDir: true, entryFileNames: "main.js" });
// Bundles of their own: sharing pieces with them, the program would be more files to read at its start.
for (const input of ["src/console/drafts/draft-thread.ts", "src/poster/poster-thread.ts"]) {
  const thread = await rolldown({ ...INPUT, input: join(ROOT, input) });
  await thread.write({ ...OUTPUT, entryFileNames: "[name].js" });
}
// The pages; after the program, whose folder was cleaned.
await build({
  configFile: join(ROOT, "vite.config.ts"),
  logLevel: "warn",
  build: { outDir: join(folder, "pages") },
});
