// What one process finds out about one engine at one size, and how it tells its parent.
import { z } from "zod";

const schema = z.object({
  buildMs: z.number(),
  /** Growth by the index, objects and typed arrays, after garbage collection. */
  memoryBytes: z.number(),
  questions: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Share of questions with the right entry first, to see that speed is not bought with silence. */
  first: z.number().optional(),
});

export type Measurement = Readonly<z.infer<typeof schema>>;

export const parseMeasurement = (message: unknown): Measurement => schema.parse(message);
