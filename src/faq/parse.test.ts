import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "./decode-utf8.ts";
import { type Faq, DEFAULT_SETTINGS } from "./faq.ts";
import { parseFaq, type ParsedFaq } from "./parse.ts";
import { broken, SMALL_FAQ } from "../../test/support/faq/small-faq.ts";

/** "code line:column" of every problem or warning. */
function problemsOf(text: string): readonly string[] {
  const parsed = parseFaq(text);
  const problems = parsed.kind === "ok" ? parsed.warnings : parsed.problems;
  return problems.map(({ code, place }) => (place === undefined ? code : `${code} ${place.line}:${place.column}`));
}

function faqOf(parsed: ParsedFaq): Faq {
  if (parsed.kind === "problems") throw new Error("The file has problems");
  return parsed.faq;
}

describe("a valid file", () => {
  it("becomes a Faq with placeholders replaced and absent keys undefined", () => {
    const parsed = parseFaq(SMALL_FAQ);
    expect(parsed).toMatchObject({ kind: "ok", warnings: [] });
    const faq = faqOf(parsed);
    expect(faq.entries[0]).toEqual({
      id: "chats",
      categoryId: "transfer",
      question: "Какие чаты не переносятся?",
      button: "Какие чаты останутся",
      phrases: ["чат из дневника переедет", "что будет с чатом"],
      answer: "**Не переносятся** личные чаты ГБОУ Школа № 5.\n\n- [справка](https://help.max.ru)",
      related: ["role"],
      source: { title: "Справка", url: "https://help.max.ru" },
      checked: "2025-09-15",
      threshold: 0.6,
    });
    expect(faq.entries[1]).toMatchObject({
      button: "Как изменить роль?",
      answer: "Позвоните в школу",
    });
    expect(faq.topics[0]).toEqual({
      id: "code",
      title: "не приходит код",
      phrases: ["не приходит код"],
      answer: "Это к справке MAX",
      related: undefined,
    });
    expect(faq.settings).toEqual({ ...DEFAULT_SETTINGS, answerThreshold: 0.7 });
  });

  it("may do without topics, small talk, synonyms and settings, or leave them empty", () => {
    const short = SMALL_FAQ.slice(0, SMALL_FAQ.indexOf("topics:"));
    expect(parseFaq(short)).toMatchObject({
      kind: "ok",
      faq: { topics: [], smalltalk: [], synonyms: [] },
    });
    expect(parseFaq(`${short}topics:\nsettings:\n`)).toMatchObject({
      kind: "ok",
      faq: { settings: DEFAULT_SETTINGS },
    });
  });

  it("may give a topic a title and entries to lead to", () => {
    const more = "id: code\n    title: Код\n      из СМС\n    related: [role]";
    expect(faqOf(parseFaq(broken("id: code", more))).topics[0]).toMatchObject({
      title: "Код из СМС",
      related: ["role"],
    });
  });

  it("may have a byte order mark and Windows line ends", () => {
    expect(parseFaq(SMALL_FAQ)).toEqual({
      ...parseFaq(SMALL_FAQ.replaceAll("\n", "\r\n")),
      sheet: expect.anything(),
    });
    expect(problemsOf(`\uFEFF${SMALL_FAQ}`)).toEqual([]);
  });

  it("may use a few aliases", () => {
    expect(
      problemsOf(
        broken("  - id: role\n    category: transfer", "  - id: role\n    category: *c").replace(
          "category: transfer",
          "category: &c transfer",
        ),
      ),
    ).toEqual([]);
  });
});

describe("one mistake, one problem, at its place", () => {
  it.each([
    // Shape.
    ["missing key", "  contact: Позвоните в школу\n", "", ["missing-key 2:3"]],
    ["missing key of an entry", "    question: Как изменить роль?\n", "", ["missing-key 23:5"]],
    ["key without a value", "name: ГБОУ Школа № 5", "name:", ["empty-value 2:3"]],
    ["empty item of a list", "- чат из дневника переедет", "-", ["empty-value 13:7"]],
    ["item that is a comment", "- чат из дневника переедет", "- #чат", ["empty-value 13:8", "cut-by-hash 13:9"]],
    ["key with a comment", "name: ГБОУ Школа № 5", "name: # №5", ["empty-value 2:3"]],
    [
      "mistyped key",
      "    phrases: [поменять роль]",
      "    phrase: [поменять роль]",
      ["missing-key 23:5", "unknown-key 26:5"],
    ],
    ["key twice", "button: Какие чаты останутся", "category: transfer", ["duplicate-key 11:5"]],
    ["text instead of a list", "phrases: [поменять роль]", "phrases: поменять роль", ["wrong-type 26:14"]],
    ["dash without a space", "- [whatsapp, вацап]", "-whatsapp", ["wrong-type 37:3"]],
    ["list instead of a text", 'answer: "{{contact}}"', "answer: [a]", ["wrong-type 27:13"]],
    ["text instead of keys", "  - [whatsapp, вацап]", "  - whatsapp", ["wrong-type 37:5"]],
    ["number in quotes", "threshold: 0.6", 'threshold: "0.6"', ["wrong-type 22:16"]],
    ["decimal comma", "threshold: 0.6", "threshold: 0,6", ["wrong-type 22:16"]],
    ["not a number", "threshold: 0.6", "threshold: .nan", ["wrong-type 22:16"]],
    ["number where text belongs", "- чат из дневника переедет", "- 2025", ["needs-quotes 13:9"]],
    ["truth value where text belongs", "- чат из дневника переедет", "- true", ["needs-quotes 13:9"]],
    ["null where text belongs", "- чат из дневника переедет", "- ~", ["needs-quotes 13:9"]],
    ["phrase with a colon", "- чат из дневника переедет", "- да: нет", ["text-became-mapping 13:9"]],
    ["placeholder without quotes", '"{{contact}}"', "{{contact}}", ["text-became-mapping 27:13"]],
    ["empty phrase", "- чат из дневника переедет", '- " "', ["empty-text 13:9"]],
    ["empty answer", 'answer: "{{contact}}"', 'answer: ""', ["empty-text 27:13"]],
    ["no phrases", "phrases: [поменять роль]", "phrases: []", ["empty-list 26:14"]],
    ["synonym alone", "[whatsapp, вацап]", "[whatsapp]", ["lonely-synonym 37:5"]],
    ["long question", "Как изменить роль?", "к".repeat(201), ["text-too-long 25:15"]],
    ["long button", "Какие чаты останутся", "к".repeat(65), ["text-too-long 11:13"]],
    // Values.
    ["id in capitals", "id: code", "id: Code", ["bad-id 29:9"]],
    ["id in Russian", "id: code", "id: код", ["bad-id 29:9"]],
    ["long id", "id: code", `id: ${"c".repeat(61)}`, ["bad-id 29:9"]],
    ["id that eval reads as out of scope", "id: code", "id: '-'", ["bad-id 29:9"]],
    ["no such day", "2025-09-15", "2025-02-29", ["bad-date 21:14"]],
    ["Russian date", "2025-09-15", "15.09.2025", ["bad-date 21:14"]],
    ["threshold above 1", "threshold: 0.6", "threshold: 60", ["out-of-range 22:16"]],
    [
      "thresholds swapped",
      "answer_threshold: 0.7",
      "answer_threshold: 0.2\n  suggest_threshold: 0.3",
      ["thresholds-swapped 39:21"],
    ],
    ["address without a scheme", "url: https://help.max.ru", "url: help.max.ru", ["bad-address 20:36"]],
    ["script as address", "url: https://help.max.ru", "url: javascript:alert(1)", ["bad-address 20:36"]],
    // Ids.
    ["id of an entry as topic", "id: code", "id: role", ["duplicate-id 29:9"]],
    ["id of an entry twice", "id: role", "id: chats", ["unknown-related 19:15", "duplicate-id 23:9"]],
    ["unknown category", "category: transfer", "category: transfr", ["unknown-category 9:15"]],
    ["related to nowhere", "[role]", "[rolle]", ["unknown-related 19:15"]],
    ["related to itself", "[role]", "[chats]", ["related-to-itself 19:15"]],
    ["topic related to nowhere", "id: code", "id: code\n    related: [rolle]", ["unknown-related 30:15"]],
    [
      "topic related to a topic",
      "id: code",
      "id: code\n    related: [role, code, role]",
      ["unknown-related 30:21", "repeated-related 30:27"],
    ],
    ["empty title", "id: code", 'id: code\n    title: " "', ["empty-text 30:12"]],
    ["related twice", "[role]", "[role, role]", ["repeated-related 19:21"]],
    // Phrases.
    ["phrase in two places", "[поменять роль]", "[«Что будет с чатом?!»]", ["shared-phrase 26:15"]],
    ["question as phrase elsewhere", "[не приходит код]", "[как изменить роль]", ["shared-phrase 30:15"]],
    ["phrase twice", "[поменять роль]", "[ещё роль, Еще роль!]", ["repeated-phrase 26:25"]],
    ["question among its own phrases", "[поменять роль]", "[как изменить роль]", []],
    // Texts.
    ["unknown placeholder", "{{ organization }}", "{{ school }}", ["unknown-placeholder 16:38"]],
    ["broken placeholder", "{{ organization }}", "{{ organization }", ["broken-placeholder 16:38"]],
    [
      "placeholder in a question",
      "Как изменить роль?",
      "Как изменить роль {{contact}}?",
      ["misplaced-placeholder 25:33"],
    ],
    ["bad link", "(https://help.max.ru)", "(htps://help.max.ru)", ["bad-link 18:9"]],
    ["link with a space", "](https://help.max.ru)", "] (https://help.max.ru)", ["bad-link 18:9"]],
    ["link not closed", "(https://help.max.ru)", "(https://help.max.ru", ["bad-link 18:9"]],
    ["bracket alone", "[справка](https://help.max.ru)", "справка]", ["bad-link 18:16"]],
    ["stars alone", "**Не переносятся**", "**Не переносятся", ["stray-bold 16:7"]],
    ["escape character", "спасибо,", '"спа\u001bсибо",', ["control-character 34:19"]],
    ["escaped zero", "спасибо,", String.raw`"спа\0сибо",`, ["control-character 34:15"]],
    ["phrase cut by #", "- чат из дневника переедет", "- чат #1", ["cut-by-hash 13:13"]],
    ["comment behind a phrase", "- чат из дневника переедет", "- чат # один", []],
    ["name that nothing refers to", "- чат из дневника переедет", "- &чат из", ["unused-anchor 13:9"]],
    ["reference to nothing", "- чат из дневника переедет", "- *чат", ["unknown-alias 13:9"]],
  ])("%s", (_name, part, replacement, expected) => {
    expect(problemsOf(broken(part, replacement))).toEqual(expected);
  });

  it("warns of a category without entries and keeps the file in service", () => {
    const parsed = parseFaq(broken("entries:", "  - id: empty\n    title: Пусто\nentries:"));
    expect(parsed).toMatchObject({
      kind: "ok",
      warnings: [{ code: "empty-category", severity: "warning", place: { line: 7, column: 9, length: 5 } }],
    });
  });

  it("counts an answer as it is sent: with heading, markup, source and after substitution", () => {
    const fill = (length: number) => broken("Это к справке MAX", "я".repeat(length));
    expect(problemsOf(fill(3750))).toEqual([]);
    expect(problemsOf(fill(3751))).toEqual(["answer-too-long 31:13"]);
    expect(problemsOf(broken('"{{contact}}"', `"${"{{contact}}".repeat(250)}"`))).toEqual(["answer-too-long 27:13"]);
  });

  it("suggests the key, category or placeholder that was meant", () => {
    const suggestionOf = (text: string) => {
      const parsed = parseFaq(text);
      return parsed.kind === "problems" ? parsed.problems.map(({ params }) => params).at(-1) : undefined;
    };
    expect(suggestionOf(broken("checked:", "cheked:"))).toMatchObject({ suggestion: "checked" });
    expect(suggestionOf(broken("url:", "urll:"))).toMatchObject({ suggestion: "url" });
    expect(suggestionOf(broken("category: transfer", "category: trasfer"))).toMatchObject({
      suggestion: "transfer",
    });
    expect(suggestionOf(broken("{{ organization }}", "{{organisation}}"))).toMatchObject({
      suggestion: "organization",
    });
    expect(suggestionOf(broken("checked:", "зюзя:"))).toMatchObject({ suggestion: undefined });
  });
});

describe("a space that only looks like one", () => {
  it.each([
    ["behind a colon", "category: transfer", "category:\u00a0transfer", ["odd-space 9:14"]],
    ["as indent", "    category: transfer", "\u00a0\u00a0  category: transfer", ["odd-space 9:1"]],
    ["behind a dash", "- чат из дневника", "-\u202fчат из дневника", ["odd-space 13:8"]],
    ["in one line of keys", "title: Справка", "title:\u3000Справка", ["odd-space 20:21"]],
    ["behind quotes", '"{{contact}}"', '"{{contact}}"\u200b', ["odd-space 27:26"]],
    ["behind a block mark", "answer: |", "answer: |\u00a0", ["odd-space 15:14"]],
    ["of no key", "  - [whatsapp, вацап]", "  -\u00a0whatsapp", ["odd-space 37:4", "wrong-type 37:5"]],
  ])("is named where it does harm: %s", (_name, part, replacement, expected) => {
    expect(problemsOf(broken(part, replacement))).toEqual(expected);
  });

  it("is let be where it does none, and where the mistake is another", () => {
    const harmless = broken("      - [справка]", "      \u00a0[справка]");
    expect(problemsOf(harmless)).toEqual([]);
    expect(problemsOf(`\ufeff${harmless}`)).toEqual([]);
    expect(problemsOf(harmless.replace("threshold: 0.6", "threshold: 6"))).toEqual(["out-of-range 22:16"]);
  });
});

describe("many mistakes", () => {
  it("are reported together, in the order of the file", () => {
    const text = broken("name: ГБОУ Школа № 5", "name: 5")
      .replace("[поменять роль]", "поменять роль")
      .replace("threshold: 0.6", "threshold: 6")
      .replace("[role]", "[nowhere]");
    expect(problemsOf(text)).toEqual([
      "needs-quotes 2:9",
      "unknown-related 19:15",
      "out-of-range 22:16",
      "wrong-type 26:14",
    ]);
  });
});

describe("a file of the wrong kind", () => {
  it.each([
    ["nothing", "", ["empty-file"]],
    ["comments only", "# ничего\n\n", ["empty-file"]],
    ["a list", "- один\n- два\n", ["wrong-root 1:1"]],
    ["a text", "просто текст", ["wrong-root 1:1"]],
    ["two documents", `${SMALL_FAQ}---\nb: 2\n`, ["syntax 40:1"]],
    ["too large", "x".repeat(10_000_000), ["file-too-large"]],
    ["too many lines", "\n".repeat(50_000), ["too-many-lines"]],
    ["a line too long", `a: 1\nb: ${"x".repeat(10_000)}`, ["line-too-long 2:1"]],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

describe("hostile YAML", () => {
  const letters = Array.from("abcdefghij");
  const laughs = letters.map((name, index) => {
    const inner = index === 0 ? "ха, ха" : Array.from({ length: 9 }, () => `*${letters[index - 1]}`).join(", ");
    return `${name}: &${name} [${inner}]`;
  });

  it.each([
    ["aliases in aliases", laughs.join("\n"), ["too-many-aliases 2:8"]],
    ["an alias of itself", "a: &a [*a]", ["too-many-aliases 1:8"]],
    ["brackets in brackets", "[".repeat(9999), ["too-deep 1:13"]],
    ["dashes behind dashes", "- ".repeat(4999), ["too-deep 1:25"]],
    ["braces in braces", "{a: ".repeat(2000), ["too-deep 1:49"]],
    [
      "keys that objects have",
      "__proto__: { a: 1 }\nconstructor: 1",
      ["missing-key 1:1", "missing-key 1:1", "missing-key 1:1", "unknown-key 1:1", "unknown-key 2:1"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it("stops at the limit of size before it reads anything", () => {
    expect(problemsOf("- ".repeat(MAX_FILE_BYTES))).toEqual(["file-too-large"]);
  });
});
