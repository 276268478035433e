// What the buttons over the answer do: marks around what is chosen, and taken off where they are.

export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type MarkButton = "bold" | "italic" | "list" | "link";

/** The address that is to be typed over. */
const ADDRESS = "https://";

export function markUp(selected: Selected, button: MarkButton): Selected {
  switch (button) {
    case "bold":
      return around(selected, "**");
    case "italic":
      return around(selected, "*");
    case "list":
      return asList(selected);
    case "link":
      return asLink(selected);
  }
}

/** The words alone: a mark next to a space would be none. */
function around(selected: Selected, mark: string): Selected {
  const { text, start, end } = trimmed(selected);
  const isMarked =
    text.slice(0, start).endsWith(mark) && text.slice(end).startsWith(mark) && start < end;
  if (isMarked) {
    const [from, to] = [start - mark.length, end + mark.length];
    return replaced(text, from, to, text.slice(start, end), 0);
  }
  return replaced(text, start, end, `${mark}${text.slice(start, end)}${mark}`, mark.length);
}

/** All lines that the selection touches. */
function asList({ text, start, end }: Selected): Selected {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const to = found === -1 ? text.length : found;
  const lines = text.slice(from, to).split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  const made = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n");
  const changed = `${text.slice(0, from)}${made}${text.slice(to)}`;
  return { text: changed, start: from, end: from + made.length };
}

/** With the address selected: it is to be typed next. */
function asLink(selected: Selected): Selected {
  const { text, start, end } = trimmed(selected);
  const label = text.slice(start, end);
  const made = `[${label}](${ADDRESS})`;
  const changed = `${text.slice(0, start)}${made}${text.slice(end)}`;
  if (label === "") return { text: changed, start: start + 1, end: start + 1 };
  const address = start + label.length + 3;
  return { text: changed, start: address, end: address + ADDRESS.length };
}

function trimmed({ text, start, end }: Selected): Selected {
  const chosen = text.slice(start, end);
  const first = start + (chosen.length - chosen.trimStart().length);
  return {
    text,
    start: Math.min(first, end),
    end: Math.max(first, start + chosen.trimEnd().length),
  };
}

/** What is put in, without `margin` characters at both its ends, is selected. */
function replaced(text: string, from: number, to: number, put: string, margin: number): Selected {
  return {
    text: `${text.slice(0, from)}${put}${text.slice(to)}`,
    start: from + margin,
    end: from + put.length - margin,
  };
}
