// Numbers in the query of a request.

/** The integer under `name`; undefined when absent, "invalid" when it is something else. */
export function integerOf(
  query: Readonly<Record<string, string>>,
  name: string,
  range: { readonly min: number; readonly max: number },
): number | "invalid" | undefined {
  const text = query[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  const isInRange = Number.isSafeInteger(value) && value >= range.min && value <= range.max;
  return isInRange ? value : "invalid";
}

export const ANY_ID = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER } as const;
