// Conversations of parents, teachers and staff, and what each turn has to bring.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const Transcripts = z.array(
  z.strictObject({
    who: z.enum(["parent", "teacher", "staff"]),
    about: z.string(),
    turns: z.array(z.strictObject({ say: z.string(), expect: z.string() })).min(3),
  }),
);
export type Transcript = z.infer<typeof Transcripts>[number];

export function readTranscripts(): readonly Transcript[] {
  const text = readFileSync(join(import.meta.dirname, "transcripts.yaml"), "utf8");
  return Transcripts.parse(parse(text));
}
