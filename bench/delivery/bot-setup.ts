// What the bench tells the process of a bot, and what that tells of itself.
import { z } from "zod";

export const BotSetup = z.object({
  kind: z.enum(["ours", "echo"]),
  token: z.string(),
  apiUrl: z.string(),
  /** Where MAX delivers to; without it the bot polls. */
  webhook: z.object({ url: z.string(), secret: z.string() }).optional(),
  port: z.number(),
});

export const Usage = z.object({
  /** Since the process began. */
  cpuMs: z.number(),
  rssBytes: z.number(),
  /** Heap and typed arrays, after garbage collection. */
  heapBytes: z.number(),
});

export type Usage = z.infer<typeof Usage>;
