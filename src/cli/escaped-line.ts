// One message on one line: \n, \t and \\ stand for a line break, a tab and a backslash.

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

export function unescapeLine(line: string): string {
  return line.replace(/\\([nt\\])/gu, (whole, code: string) => ESCAPED[code] ?? whole);
}
