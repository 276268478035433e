// What the buttons over the answer do: marks around what is chosen, and taken off where they are.

export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type MarkButton = "bold" | "italic" | "list" | "link";

/** The address that is to be typed over. */
const ADDRESS = "https://";

type Mark = "*" | "**";

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

/** The words alone: a mark next to a space would be none, nor is one that ends on another line. */
function around(selected: Selected, mark: Mark): Selected {
  const { text, start, end } = trimmed(selected);
  const lines = text.slice(start, end).split("\n");
  if (lines.length > 1) return replaced(text, start, end, eachLine(lines, mark), 0);
  const isMarked =
    text.slice(0, start).endsWith(mark) && text.slice(end).startsWith(mark) && start < end;
  if (isMarked) {
    const [from, to] = [start - mark.length, end + mark.length];
    return replaced(text, from, to, text.slice(start, end), 0);
  }
  return replaced(text, start, end, `${mark}${text.slice(start, end)}${mark}`, mark.length);
}

/** Of a line: its bullet or number, what it says, and spaces. */
const LINE = /^(\s*(?:(?:[-*•]|\d+[.)])\s+)?)(.*?)(\s*)$/u;

/** Taken off where every line has the mark. */
function eachLine(lines: readonly string[], mark: Mark): string {
  const parts = lines.map((line) => {
    const [, before = "", said = "", behind = ""] = LINE.exec(line) ?? [];
    return { before, said, behind };
  });
  const isMarked = (said: string) => said === "" || hasMark(said, mark);
  const withoutMark = (said: string) => said.slice(mark.length, said.length - mark.length);
  const withMark = (said: string) => (isMarked(said) ? said : `${mark}${said}${mark}`);
  const change = parts.every(({ said }) => isMarked(said)) ? withoutMark : withMark;
  return parts.map(({ before, said, behind }) => `${before}${change(said)}${behind}`).join("\n");
}

/** Two stars are bold, one is italic, three are both. */
function hasMark(text: string, mark: Mark): boolean {
  const countOf = (end: string | undefined) => end?.length ?? 0;
  const [first, last] = [countOf(/^\*+/u.exec(text)?.[0]), countOf(/\*+$/u.exec(text)?.[0])];
  const stars = Math.min(first, last);
  return first < text.length && (mark === "**" ? stars >= 2 : stars % 2 === 1);
}

/** All lines that the selection touches. */
function asList({ text, start, end }: Selected): Selected {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const to = found === -1 ? text.length : found;
  const lines = text.slice(from, to).split("\n");
  // Between paragraphs a line stays empty; alone it becomes the first item.
  const isItem = (line: string) => lines.length === 1 || line.trim() !== "";
  const isList = lines.every((line) => !isItem(line) || line.startsWith("- "));
  const marked = (line: string) => (isList ? line.slice(2) : `- ${line}`);
  const made = lines.map((line) => (isItem(line) ? marked(line) : line)).join("\n");
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
