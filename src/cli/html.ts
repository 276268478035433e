// HTML in which everything that is put in is escaped, unless it is HTML made here.
import { escapeXml } from "../poster/svg.ts";

export interface Html {
  readonly kind: "html";
  readonly text: string;
}

type Part = string | number | Html | readonly Html[];

/** html`<td>${text}</td>` */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map(
    (fixed, n) => `${fixed}${n < parts.length ? textOf(parts[n] ?? "") : ""}`,
  );
  return { kind: "html", text: text.join("") };
}

/** Markup that was made safe elsewhere, as it is. */
export function trusted(text: string): Html {
  return { kind: "html", text };
}

function textOf(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeXml(String(part));
  return "kind" in part ? part.text : part.map(({ text }) => text).join("");
}
