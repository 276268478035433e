// One line about one run, and one about all of them.
import type { Outcome } from "./scenario.ts";

export function wordOutcome(name: string, seed: number, outcome: Outcome): string {
  const { asked, answered, lost, doubled, late, disordered, kills, freezes, faults } = outcome;
  const account = `in ${asked}, answered ${answered}, lost ${lost}, out of order ${disordered}, doubled ${doubled}${perKill(doubled, kills + freezes)}, late ${late}`;
  const troubles = `kills ${kills}, freezes ${freezes}, faults ${faults}`;
  const rest = `longest blocked loop ${outcome.longestBlockMs} ms | ${outcome.seconds} s`;
  const broken = outcome.broken.map((words) => ` | BROKEN: ${words}`).join("");
  return `chaos seed ${seed} | ${name} | ${account} | ${troubles} | ${rest}${broken}\n`;
}

function perKill(doubled: number, kills: number): string {
  return kills === 0 ? "" : ` (${(doubled / kills).toFixed(1)} per kill)`;
}

export function isBroken({ lost, late, disordered, freezes, broken }: Outcome): boolean {
  return lost > 0 || disordered > 0 || (late > 0 && freezes === 0) || broken.length > 0;
}

export function wordAll(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const doubled = sum((one) => one.doubled);
  const kills = sum(({ kills: killed, freezes }) => killed + freezes);
  const longestMs = Math.max(0, ...outcomes.map(({ longestBlockMs }) => longestBlockMs));
  const account = `in ${sum((one) => one.asked)}, lost ${sum((one) => one.lost)}, out of order ${sum((one) => one.disordered)}, doubled ${doubled}${perKill(doubled, kills)}`;
  const failed = outcomes.filter(isBroken).length;
  return `chaos, ${outcomes.length} runs, ${failed} failed | ${account} | longest blocked loop ${longestMs} ms\n`;
}
