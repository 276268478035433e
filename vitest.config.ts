import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The pure core: all of it can be reached by tests that need no process, database or browser. */
const CORE = "src/{check,compare,dialog,faq,journal,markup,search,text}/**/*";
/** What `npm test` runs is not run again to be measured, but for the core. */
const isMeasured = process.argv.includes("--coverage");

/** What waits most begins first, so that the rest runs meanwhile. */
const FIRST = ["test/chaos/", "test/replicas.test.ts", "test/burst.test.ts", "test/class-chat.test.ts"];

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = FIRST.findIndex((part) => moduleId.includes(part));
      return rank === -1 ? FIRST.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

/** Of whole programs, processes, pages in a browser. */
const PROGRAMS = ["test/**/*.test.ts", "src/**/*.page.test.ts"];
/** Long searches for a case that fails: they reach no line that the others do not. */
const SEARCHES = "src/**/*.property.test.ts";
const shared = {
  // No test keeps anything in a module: files share processes, and load the program once in each.
  isolate: false,
  // Only the chaos runs several tests of a file at a time: processes that start are work.
  maxConcurrency: 2,
  // Limits for what never comes; waiting takes `PATIENCE_MS` of test/support/until.ts at most.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 100_000 } },
};
const units = {
  ...shared,
  name: "units",
  include: isMeasured ? [`${CORE}.test.ts`] : ["src/**/*.test.ts"],
  exclude: isMeasured ? [...PROGRAMS, SEARCHES] : PROGRAMS,
};
const programs = { ...shared, name: "programs", include: PROGRAMS };

export default defineConfig({
  test: {
    projects: (isMeasured ? [units] : [units, programs]).map((test) => ({ test })),
    globalSetup: [
      "test/support/database/postgres-setup.ts",
      ...(isMeasured ? [] : ["test/support/pages-setup.ts", "test/support/program/program-setup.ts"]),
    ],
    // Programs mostly wait: for the pace of MAX, for a process, for a page.
    maxWorkers: 3,
    sequence: { sequencer: WaitingFirst },
    coverage: { provider: "v8", include: [`${CORE}.ts`], reporter: ["text-summary"] },
  },
});
