// The scenarios again and again, with another seed each time: npm run chaos -- [minutes] [seed].
import { startPostgres } from "../support/database/postgres.ts";
import { compile } from "../support/program/compiled.ts";
import { createRandom } from "./random.ts";
import { runScenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { wordOutcome } from "./word-outcome.ts";

const minutes = Number(process.argv[2] ?? 15);
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));
const endsAt = performance.now() + minutes * 60_000;
const compiled = await compile();
let failed = 0;
for (let seed = firstSeed; performance.now() < endsAt; seed += 1) {
  for (const scenario of SCENARIOS) {
    const postgres = scenario.database === "PostgreSQL" ? await startPostgres() : undefined;
    const stage = { main: compiled.main, random: createRandom(seed), postgres };
    const outcome = await runScenario(scenario, stage);
    process.stdout.write(wordOutcome(scenario.name, seed, outcome));
    if (outcome.lost > 0 || outcome.disordered > 0) failed += 1;
    await postgres?.remove();
  }
}
await compiled.remove();
process.stdout.write(failed === 0 ? "Nothing was lost.\n" : `${failed} runs failed.\n`);
process.exitCode = failed === 0 ? 0 : 1;
