// What the buttons over the answer write around what is chosen. What they have written is taken back as typing is.

export type MarkButton = "bold" | "italic" | "list" | "link";

export interface Marked {
  /** To be written in the place of what was chosen. */
  readonly text: string;
  /** How far from its end one goes on writing: between marks that are still empty, in the address of a link. */
  readonly back: number;
}

const MARKS = { bold: "**", italic: "*" } as const;
/** Of a line: its bullet or number, what it says, and spaces. A mark next to a space would be none. */
const LINE = /^(\s*(?:(?:[-*•]|\d+[.)])\s+)?)(\S|\S.*\S)([^\S\n]*)$/gmu;

export function markUp(chosen: string, button: MarkButton): Marked {
  const isEmpty = chosen.trim() === "";
  switch (button) {
    case "bold":
    case "italic": {
      const mark = MARKS[button];
      if (isEmpty) return { text: `${chosen}${mark}${mark}`, back: mark.length };
      return { text: chosen.replaceAll(LINE, `$1${mark}$2${mark}$3`), back: 0 };
    }
    case "list":
      return { text: isEmpty ? "- " : chosen.replaceAll(/^(?=.)/gmu, "- "), back: 0 };
    case "link":
      return { text: `[${chosen.trim()}](https://)`, back: 1 };
  }
}
