import { configDefaults, defineConfig } from "vitest/config";

/** Processes and browsers of their own, of which the coverage sees nothing: run by `npm test`, left out with --coverage. */
const UNSEEN = [
  "test/chaos/**",
  "test/fuzz/**",
  "test/replicas.test.ts",
  "test/webhook-restart.test.ts",
  "test/process.test.ts",
  "test/commands.test.ts",
  "test/editor-mounts.test.ts",
  "src/preview/**/*page.test.ts",
];
const isMeasured = process.argv.includes("--coverage");

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(isMeasured ? UNSEEN : [])],
    globalSetup: ["test/postgres-setup.ts"],
    // Only the chaos runs several tests of a file at a time, and most of them wait.
    maxConcurrency: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary"] },
  },
});
