// Whether a text looks like the beginning of one that is still being written, or was never finished.

/**
 * A file that is cut may well be valid YAML, with half of its last answer. It breaks off within a line, and has fewer
 * lines than the text `before` it. An editor that leaves out the last line break is not meant, nor is one line that
 * got shorter.
 */
export function looksCutOff(text: string, before: string): boolean {
  if (text.endsWith("\n") || lineCountOf(text) >= lineCountOf(before)) return false;
  return before.endsWith("\n") || before.startsWith(text);
}

function lineCountOf(text: string): number {
  return text.trimEnd().split("\n").length;
}
