// Which mistake of an editor lies behind an error of the YAML parser.
import type { YAMLError } from "yaml";

/** Mistakes with an advice of their own; the rest is "other". */
export type SyntaxReason =
  | "colon-in-text"
  | "no-colon"
  | "placeholder-first"
  | "special-character-first"
  | "text-after-quotes"
  | "text-after-block-mark"
  | "unclosed-quotes"
  | "unclosed-bracket"
  | "tab"
  | "indent"
  | "backslash"
  | "anchor"
  | "tag"
  | "several-documents"
  | "key-too-long"
  | "other";

/** The reason for `error`, which the parser found in `text`. */
export function syntaxReasonOf(error: YAMLError, text: string): SyntaxReason {
  const byLine = reasonFromLine(error, lineAt(text, error.pos[0]));
  return byLine ?? reasonFromCode(error);
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** The value of the line: what follows "key: " or "- ". */
const VALUE = /^\s*(?:- +)*(?:[\w-]+:\s+)?(\S.*)?$/u;

/** An unquoted value that starts with a sign of YAML fails somewhere behind it; the sign is what to mend. */
function reasonFromLine(error: YAMLError, line: string): SyntaxReason | undefined {
  if (error.code !== "UNEXPECTED_TOKEN" && error.code !== "MISSING_CHAR") return undefined;
  if (error.message.startsWith("Missing closing")) return undefined;
  const value = VALUE.exec(line)?.[1] ?? "";
  if (value.startsWith("{{")) return "placeholder-first";
  if (/^["']/u.test(value)) return "text-after-quotes";
  if (/^[|>]/u.test(value)) return "text-after-block-mark";
  if (/^[[{*&!]/u.test(value)) return "special-character-first";
  return undefined;
}

function reasonFromCode({ code, message }: YAMLError): SyntaxReason {
  if (code === "MISSING_CHAR") return reasonOfMissing(message);
  if (code === "BAD_INDENT") return message.startsWith("Flow") ? "unclosed-bracket" : "indent";
  return REASON_BY_CODE[code] ?? "other";
}

const REASON_BY_CODE: Readonly<Partial<Record<YAMLError["code"], SyntaxReason>>> = {
  ALIAS_PROPS: "anchor",
  BAD_ALIAS: "anchor",
  BAD_COLLECTION_TYPE: "tag",
  BAD_DQ_ESCAPE: "backslash",
  BAD_PROP_ORDER: "anchor",
  BAD_SCALAR_START: "special-character-first",
  BLOCK_AS_IMPLICIT_KEY: "colon-in-text",
  BLOCK_IN_FLOW: "unclosed-bracket",
  KEY_OVER_1024_CHARS: "key-too-long",
  MULTILINE_IMPLICIT_KEY: "no-colon",
  MULTIPLE_ANCHORS: "anchor",
  MULTIPLE_DOCS: "several-documents",
  MULTIPLE_TAGS: "tag",
  TAB_AS_INDENT: "tab",
  TAG_RESOLVE_FAILED: "tag",
};

function reasonOfMissing(message: string): SyntaxReason {
  if (/^Missing closing ["']/u.test(message)) return "unclosed-quotes";
  if (message.includes("without - indicator")) return "indent";
  if (message.includes("followed by map values")) return "no-colon";
  if (/, (?:or : )?between|end with a/u.test(message)) return "unclosed-bracket";
  return "other";
}
