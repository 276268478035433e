// Builds the pages: `npm run build` puts them beside the program, `npm run dev:pages` serves them while one works on them.
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const PAGES = `${ROOT}src/web/`;
/** What both pages are made of; one file, for it is fetched at once. */
const BASE = /\/node_modules\/@?preact\/|\/web\/shared\/|\/text\/plural/u;
/** The bot that `npm run dev` starts. */
const BOT = "http://127.0.0.1:8080";

const zip = promisify(gzip);

export default defineConfig({
  root: PAGES,
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [compressedTwins()],
  // Readable, and they pack better than hashes: no two sheets have the same name.
  css: {
    modules: { generateScopedName: (name, file) => `${basename(file, ".module.css")}_${name}` },
  },
  build: {
    outDir: `${ROOT}dist/pages`,
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "base", test: BASE }] } },
      input: { chat: `${PAGES}chat/index.html`, console: `${PAGES}console/index.html` },
    },
    // None are served, so none are made.
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The policy of the chat page allows no pictures but files of ours.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  experimental: {
    // The chat page is at the root of its server. The console is where its server has the files, wherever the page is.
    renderBuiltUrl: (name, { hostType, hostId }) => {
      if (hostType !== "html") return { relative: true };
      return hostId.startsWith("console/") ? `/console/${name}` : name;
    },
  },
  server: {
    proxy: {
      "/console/api": BOT,
      "^/chat/(preview|files)/": { target: BOT, rewrite: (path) => path.replace("/chat", "") },
    },
  },
});

/** Beside each file the same compressed, so that a server need not do it for everybody. */
function compressedTwins(): Plugin {
  return {
    name: "compressed-twins",
    writeBundle: async ({ dir = "" }, bundle) => {
      const files = Object.values(bundle).map(async (file) => {
        const content = file.type === "chunk" ? file.code : file.source;
        await writeFile(join(dir, `${file.fileName}.gz`), await zip(content, { level: 9 }));
      });
      await Promise.all(files);
    },
  };
}
