// Where the store tells what the operator should know.

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface StoreLog {
  readonly info: Write;
  readonly warn: Write;
}
