// One line about one run.
import type { Outcome } from "./scenario.ts";

export function wordOutcome(name: string, seed: number, outcome: Outcome): string {
  const { asked, answered, lost, doubled, disordered, kills, faults, seconds } = outcome;
  return `chaos seed ${seed} | ${name} | updates in ${asked}, answered ${answered}, lost ${lost}, doubled ${doubled}, out of order ${disordered} | kills ${kills}, faults ${faults} | ${seconds} s\n`;
}
