// Builds the pages of the console: `npm run build` puts them beside the program, `npm run dev:console` serves them while one works on them.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: `${ROOT}src/web/console`,
  // Where the server has the files, wherever the page itself is.
  base: "/console/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: `${ROOT}dist/console/page`,
    emptyOutDir: true,
    target: "es2023",
    // None are served, so none are made.
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The policy of the page allows pictures from data, and nothing else.
    assetsInlineLimit: (file) => (file.endsWith(".svg") ? undefined : false),
    reportCompressedSize: false,
  },
  server: {
    // The bot that `npm run dev` starts.
    proxy: { "/console/api": "http://127.0.0.1:8080" },
  },
});
