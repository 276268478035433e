// What the console says to the log: the part of pino that it needs.

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface ConsoleLog {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
