// The built pages of the console in memory, so that no path can lead outside, each as it is and compressed.
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Undefined where it would be no smaller. */
  readonly zipped: Buffer | undefined;
  readonly etag: string;
}

/** By the path below the folder: "console/index.html", "assets/…"; undefined where nothing was built. */
export type PageFiles = () => Promise<ReadonlyMap<string, PageFile> | undefined>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** Beside the program once it is built; from source it is what `npm run build` left in the checkout. */
const BUILT = import.meta.url.endsWith(".ts") ? "../../dist/pages/" : "pages/";
const PAGE_FOLDER = fileURLToPath(new URL(BUILT, import.meta.url));

const zip = promisify(gzip);

/** Reads them when they are asked for, and again when they were built anew. */
export function createPageFiles(folder = PAGE_FOLDER): PageFiles {
  let builtAt: number | undefined;
  let reading: ReturnType<PageFiles> = Promise.resolve(undefined);
  return async () => {
    const found = await stat(join(folder, "console/index.html")).catch(() => undefined);
    if (found?.mtimeMs !== builtAt) {
      builtAt = found?.mtimeMs;
      reading = found === undefined ? Promise.resolve(undefined) : readAll(folder);
      // A build that is just replaced: asked again, it is there.
      reading.catch(() => {
        builtAt = undefined;
      });
    }
    return reading.catch(() => undefined);
  };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    files.set(name.replaceAll("\\", "/"), await readOne(join(folder, name), type));
  }
  return files;
}

async function readOne(path: string, type: string): Promise<PageFile> {
  const bytes = await readFile(path);
  const zipped = await zip(bytes, { level: 9 });
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { type, bytes, zipped: zipped.length < bytes.length ? zipped : undefined, etag };
}
