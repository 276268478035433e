// A log for tests that keeps what was written.
import { inspect } from "node:util";
import type { Log } from "../../src/runtime/log.ts";

export interface RecordingLog extends Log {
  /** Everything written, fields with all causes and stacks included. */
  readonly lines: string[];
}

export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  const writeAs =
    (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
      lines.push(`${level} ${message} ${inspect(fields, { depth: 10 })}`);
    };
  return {
    lines,
    debug: writeAs("debug"),
    info: writeAs("info"),
    warn: writeAs("warn"),
    error: writeAs("error"),
  };
}
