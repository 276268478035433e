// A text of one line as YAML: plain where it may be, in quotes where it must be or where the old one was.
import { stringify } from "yaml";

/** Plain or in quotes as the text needs it, or always in double quotes. */
export type Quoting = "as needed" | "always";

// Words like "yes" are texts in YAML 1.2 but not for every editor: they get quotes too.
const OPTIONS = { lineWidth: 0, compat: "yaml-1.1" } as const;

export function inBlock(text: string, quoting: Quoting): string {
  if (quoting === "always") return JSON.stringify(text);
  return stringify([text], OPTIONS).slice("- ".length).trimEnd();
}

export function inFlow(text: string, quoting: Quoting): string {
  if (quoting === "always") return JSON.stringify(text);
  return stringify([text], { ...OPTIONS, collectionStyle: "flow" })
    .trimEnd()
    .slice("[ ".length, -" ]".length);
}

/** In the quotes that the text `old` of the file has. */
export function inPlaceOf(
  old: string,
  text: string,
  { quoting, isFlow }: { readonly quoting: Quoting; readonly isFlow: boolean },
): string {
  if (quoting === "always" || old.startsWith('"')) return JSON.stringify(text);
  if (old.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  // A plain date is a text in YAML 1.2, and is how dates are written everywhere else in the file.
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return text;
  return isFlow ? inFlow(text, quoting) : inBlock(text, quoting);
}
