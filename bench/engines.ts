// The engines that are compared: this project's and the libraries one would otherwise take.
import { contentsOf, type Content } from "./contents.ts";
import type { BuildIndex, Engine, Index } from "./engine.ts";

type BuildPeer = (contents: readonly Content[]) => Index | Promise<Index>;

export const OURS: Engine = {
  name: "ours",
  rowStep: 1,
  load: async () => (await import("./engines/ours.ts")).buildOurs,
};

/** What the others are compared with: a search engine as most people would set it up. */
export const REFERENCE = peer(
  "MiniSearch fuzzy",
  async () => (await import("./engines/minisearch.ts")).buildMiniSearch,
);

export const NATURAL = peer("natural Bayes", async () => (await import("./engines/natural.ts")).buildNatural);

export const NLPJS = peer("nlp.js", async () => (await import("./engines/nlpjs.ts")).buildNlpjs);

export const ENGINES: readonly Engine[] = [
  OURS,
  REFERENCE,
  peer("MiniSearch fuzzy, Snowball", async () => (await import("./engines/minisearch.ts")).buildStemmedMiniSearch),
  NATURAL,
  NLPJS,
  peer("FlexSearch", async () => (await import("./engines/flexsearch.ts")).buildFlexSearch),
  peer("Orama", async () => (await import("./engines/orama.ts")).buildOrama),
  peer("Fuse", async () => (await import("./engines/fuse.ts")).buildFuse, 7),
  peer("Fuse token search", async () => (await import("./engines/fuse.ts")).buildTokenFuse, 7),
];

function peer(name: string, load: () => Promise<BuildPeer>, rowStep = 1): Engine {
  const loadPeer = async (): Promise<BuildIndex> => {
    const build = await load();
    return (faq) => build(contentsOf(faq));
  };
  return { name, rowStep, load: loadPeer };
}
