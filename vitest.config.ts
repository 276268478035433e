import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The pure core: all of it can be reached by tests that need no process, database or browser. */
const CORE = "src/{compare,dialog,faq,lint,markup,search,stats,text}/**/*";
/** What `npm test` runs is not run again to be measured, but for the core. */
const isMeasured = process.argv.includes("--coverage");

/** What waits most begins first, so that the rest runs meanwhile. */
const FIRST = [
  "test/chaos/",
  "test/replicas.test.ts",
  "test/burst.test.ts",
  "test/class-chat.test.ts",
];

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = FIRST.findIndex((part) => moduleId.includes(part));
      return rank === -1 ? FIRST.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    include: isMeasured ? [`${CORE}.test.ts`] : ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/postgres-setup.ts", ...(isMeasured ? [] : ["test/console-setup.ts"])],
    // Tests of whole programs mostly wait: for the pace of MAX, for a process, for a page.
    maxWorkers: 3,
    sequence: { sequencer: WaitingFirst },
    // Only the chaos runs several tests of a file at a time: processes that start are work.
    maxConcurrency: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { provider: "v8", include: [`${CORE}.ts`], reporter: ["text-summary"] },
  },
});
