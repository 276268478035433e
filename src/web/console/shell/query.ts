// The part of an address after "?".

/** Those that are undefined or empty are left out. */
export type Params = Readonly<Record<string, string | number | undefined>>;

export function queryOf(params: Params): string {
  const known = Object.entries(params).filter(([, value]) => value !== undefined && value !== "");
  if (known.length === 0) return "";
  return `?${new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString()}`;
}
