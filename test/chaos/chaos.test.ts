import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, skipReason, startPostgres, withoutPostgres } from "../support/database/postgres.ts";
import { compiledMain } from "../support/program/compiled.ts";
import { createRandom } from "./random.ts";
import { ENOUGH_ASKED, type Outcome, runScenario, type Scenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { wordOutcome } from "./word-outcome.ts";

// The promises of delivery under everything that goes wrong, with real processes. CHAOS_SEED repeats a run, as far as chance decides.

const seed = Number(process.env["CHAOS_SEED"] ?? Math.floor(Math.random() * 1e9));
let main: string;
const servers: PostgresServer[] = [];

beforeAll(async () => {
  main = await compiledMain();
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.remove()));
});

/** SQLite's own wait for a lock would be five seconds; less than this may be a machine that has much else to do. */
const LONGEST_BLOCK_MS = 2_500;

/** Calls of a process that were on their way when it stood still. */
const MOST_LATE = 3;

const needsPostgres = ({ database }: Scenario) => database === "PostgreSQL";

// Each bounded, and two at a time: the machine has two cores.
describe("on SQLite", { concurrent: true }, () => {
  testAll(SCENARIOS.filter((scenario) => !needsPostgres(scenario)));
});
describe.skipIf(withoutPostgres !== undefined)(`on PostgreSQL${skipReason}`, { concurrent: true }, () => {
  testAll(SCENARIOS.filter(needsPostgres));
});

function testAll(scenarios: readonly Scenario[]): void {
  const named = scenarios.map((scenario) => [scenario.name, scenario] as const);
  test.each(named)("%s", { timeout: 240_000 }, async (_name, scenario) => {
    const outcome = await play(scenario);
    const { lost, disordered, broken, asked, doubled, late, kills, freezes, unknowable } = outcome;
    expect({ lost, disordered, broken }, `seed ${seed}\n${outcome.output.slice(-4_000)}`).toEqual({
      lost: 0,
      disordered: 0,
      broken: [],
    });
    expect(asked).toBeGreaterThanOrEqual(ENOUGH_ASKED);
    expect(outcome.longestBlockMs).toBeLessThan(LONGEST_BLOCK_MS);
    expect(late).toBeLessThanOrEqual(MOST_LATE * freezes);
    // Sent and not noted: MAX has no idempotency. As a rule that is one call at most, and more where nothing can be noted.
    expect(doubled).toBeLessThanOrEqual(4 * (kills + freezes) + unknowable);
  });
}

async function play(scenario: Scenario): Promise<Outcome> {
  const postgres = needsPostgres(scenario) ? await startPostgres() : undefined;
  if (postgres !== undefined) servers.push(postgres);
  const random = createRandom(seed + SCENARIOS.indexOf(scenario));
  const outcome = await runScenario(scenario, { main, random, postgres });
  process.stdout.write(wordOutcome(scenario.name, seed, outcome));
  return outcome;
}
