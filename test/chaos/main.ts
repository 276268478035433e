// The scenarios again and again, with another seed each time: npm run chaos -- [minutes] [seed].
import { startPostgres } from "../support/database/postgres.ts";
import { compile } from "../support/program/compiled.ts";
import { createRandom } from "./random.ts";
import { type Outcome, runScenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { isBroken, wordAll, wordOutcome } from "./word-outcome.ts";

const minutes = Number(process.argv[2] ?? 15);
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));
const compiled = await compile();
const endsAt = performance.now() + minutes * 60_000;
const outcomes: Outcome[] = [];
for (let seed = firstSeed; performance.now() < endsAt; seed += 1) {
  for (const scenario of SCENARIOS) {
    const postgres = scenario.database === "PostgreSQL" ? await startPostgres() : undefined;
    const stage = { main: compiled.main, random: createRandom(seed), postgres };
    const outcome = await runScenario(scenario, stage);
    process.stdout.write(wordOutcome(scenario.name, seed, outcome));
    outcomes.push(outcome);
    await postgres?.remove();
  }
}
await compiled.remove();
process.stdout.write(wordAll(outcomes));
process.exitCode = outcomes.some(isBroken) ? 1 : 0;
