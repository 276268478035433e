// The samples of questions the bench asks.
import { readSample, type SampleRow } from "../src/cli/evaluation.ts";

export interface Sample {
  readonly name: string;
  readonly rows: readonly SampleRow[];
}

export async function readSamples(): Promise<readonly Sample[]> {
  return [await named("dev"), await named("fresh")];
}

async function named(name: string): Promise<Sample> {
  return { name, rows: await readSample(`bench/samples/${name}.tsv`) };
}

export function inScope({ rows }: Sample): readonly SampleRow[] {
  return rows.filter(({ expected }) => expected.length > 0);
}
