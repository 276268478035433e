// {{organization}} and {{contact}} in answers.

export const PLACEHOLDERS = ["organization", "contact"] as const;

type PlaceholderName = (typeof PLACEHOLDERS)[number];

export type PlaceholderValues = Readonly<Record<PlaceholderName, string>>;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;

/** `text` with the known placeholders replaced; unknown ones stay as they are. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(PLACEHOLDER, (whole, inner: string) => {
    const name = inner.trim();
    return isPlaceholderName(name) ? values[name] : whole;
  });
}

/** All placeholders of `text`, as written: "{{ organization }}". */
export function placeholdersOf(text: string): readonly { readonly written: string; readonly name: string }[] {
  return Array.from(text.matchAll(PLACEHOLDER), ([written, inner = ""]) => ({
    written,
    name: inner.trim(),
  }));
}

/** Braces left over once the whole placeholders are taken out: "{{contact}". */
export function brokenPlaceholderOf(text: string): string | undefined {
  return /\{\{|\}\}/u.exec(text.replace(PLACEHOLDER, ""))?.[0];
}

export function isPlaceholderName(name: string): name is PlaceholderName {
  return PLACEHOLDERS.some((known) => known === name);
}
