// Logs for tests: one that keeps what was written, one that says nothing.
import { inspect } from "node:util";
import type { Log } from "../../src/runtime/log.ts";

export interface RecordingLog extends Log {
  /** Everything written, fields with all causes and stacks included. */
  readonly lines: string[];
}

export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  const writeAs = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
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

const ignore = () => undefined;

export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
