// Turns whatever the database throws into an OutsideError that says what was attempted.
import { OutsideError } from "../runtime/errors.ts";

export async function reporting<T>(attempted: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutsideError(`${attempted}: the database failed: ${reason}`, {
      isRetryable: true,
      cause: error,
    });
  }
}
