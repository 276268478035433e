import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { contentWithEntry } from "../scripts/guide-content.ts";
import { checkContent } from "../src/check/check-content.ts";
import { atOnce } from "../src/search/steps.ts";

// What docs/administrators.md shows of the program, compared with the program.

const read = (file: string) => readFileSync(join(resolve(import.meta.dirname, ".."), file), "utf8");
const guide = read("docs/administrators.md");
/** As in the third example. */
const RAISED_THRESHOLD = 0.8;
const named = (pattern: RegExp) => Array.from(guide.matchAll(pattern), ([, name]) => name ?? "");

test("the guide names commands of the shell that exist", () => {
  const help = read("src/cli/main.ts");
  const commands = named(/npm run -s faq -- ([a-z]+)/gu);
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((name) => !help.includes(`\n  ${name} `))).toEqual([]);
});

test("the guide names commands of the chat that exist", () => {
  const known = read("src/app/open-answering.ts") + read("src/dialog/command.ts") + read("src/dialog/wording.ts");
  const commands = named(/`\/([a-z]+)/gu);
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((name) => !known.includes(`"${name}"`))).toEqual([]);
});

const checked = checkContent({
  text: contentWithEntry(),
  questionsText: read("questions.yaml"),
  advice: { today: "2025-12-01" },
});

test("the guide's own entry passes the whole check within the shipped content", () => {
  expect(checked).toMatchObject({ kind: "fit", problems: [], questionProblems: [] });
});

test("the guide's examples of the threshold turn out as it says", () => {
  const examples = Array.from(guide.matchAll(/-- ask "([^"]+)"\nБот ([^.]+)\./gu), ([, ...found]) => found);
  const [[sure = ""] = [], [unsure = ""] = [], [again = ""] = []] = examples;
  expect(examples.map(([, outcome]) => outcome)).toEqual(["ответит сразу", "предложит выбрать", "предложит выбрать"]);
  if (checked.kind !== "fit") throw new Error("The content of the guide has mistakes");
  const matcher = atOnce(checked.matcher());
  expect(matcher.decide(sure).outcome).toBe("answer");
  expect(matcher.decide(unsure).outcome).toBe("suggest");
  expect(again).toBe(sure);
  expect(matcher.decide(again).answers[0]?.confidence).toBeLessThan(RAISED_THRESHOLD);
});
