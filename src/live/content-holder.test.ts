import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openContent, type ContentHolder, type ContentOutcome } from "./content-holder.ts";
import { UsageError } from "../runtime/errors.ts";
import { broken, SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { buildMatcher, type BuildMatcher } from "../search/matcher.ts";

const OTHER = broken("Как изменить роль?", "Как сменить роль?");
const INVALID = broken("category: transfer", "category: transfr");

const CUT_OFF = OTHER.slice(0, OTHER.indexOf(" к справке MAX"));

let folder = "";
let file = "";
let builds = 0;
let heard: ContentOutcome[] = [];

const counting: BuildMatcher = (faq) => {
  builds += 1;
  return buildMatcher(faq);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, SMALL_FAQ);
  builds = 0;
  heard = [];
});

afterEach(() => rm(folder, { recursive: true }));

async function open(build = counting): Promise<ContentHolder> {
  const content = await openContent(file, build);
  content.subscribe((outcome) => heard.push(outcome));
  return content;
}

const questionIn = (content: ContentHolder) => content.current().faq.entries[1]?.question;

it("a file with mistakes at the start is for the operator to mend", async () => {
  await writeFile(file, INVALID);
  await expect(open()).rejects.toThrow(UsageError);
  await expect(open()).rejects.toThrow(/faq\.yaml:9:15/u);
});

it("a valid change takes the place of the old content, whole, with its talk", async () => {
  const content = await open();
  const before = content.current();
  await writeFile(file, OTHER);
  expect(await content.reload()).toMatchObject({ kind: "loaded", warnings: [], isMended: false });
  expect(questionIn(content)).toBe("Как сменить роль?");
  expect(content.current().talk.explain("сменить роль").candidates[0]?.id).toBe("role");
  expect(before.faq.entries[1]?.question).toBe("Как изменить роль?");
  expect(content.current().version).not.toBe(before.version);
  expect(heard.map(({ kind }) => kind)).toEqual(["loaded"]);
});

it("the same text is not built again", async () => {
  const content = await open();
  await writeFile(file, SMALL_FAQ);
  expect(await content.reload()).toMatchObject({ kind: "unchanged" });
  expect(builds).toBe(1);
  expect(heard).toEqual([]);
});

it.each<[string, () => Promise<unknown>, RegExp]>([
  ["with mistakes", () => writeFile(file, INVALID), /faq\.yaml:9:15: ошибка/u],
  ["half written", () => writeFile(file, SMALL_FAQ.slice(0, 300)), /ошибка/u],
  ["cut off where it is still valid", () => writeFile(file, CUT_OFF), /обрывается на середине/u],
  ["empty", () => writeFile(file, ""), /файл пуст/u],
  ["in another encoding", () => writeFile(file, Buffer.from(SMALL_FAQ, "utf16le")), /UTF-16/u],
  ["missing", () => rm(file), /такого файла нет/u],
])("a file that is %s leaves the old content in service and is told once", async (_, act, line) => {
  const content = await open();
  const before = content.current();
  await act();
  const outcome = await content.reload();
  expect(outcome.kind === "rejected" && outcome.lines[0]).toMatch(line);
  await content.reload();
  expect(content.current()).toBe(before);
  expect(heard).toEqual([outcome]);
});

it("an error is told however many warnings stand before it", async () => {
  const content = await open();
  const repeated = "      - что будет с чатом\n";
  await writeFile(file, INVALID.replace(repeated, repeated.repeat(40)).replace("id: code", "id: К"));
  const outcome = await content.reload();
  expect(outcome.kind === "rejected" && outcome.lines).toEqual([
    expect.stringContaining("раздела «transfr» нет"),
    expect.stringContaining("id «К» не годится"),
  ]);
});

it("says what is wrong with the file until it is live", async () => {
  const content = await open();
  expect(content.faults()).toEqual([]);
  await writeFile(file, INVALID);
  await content.reload({ isTentative: true });
  expect(content.faults()).toEqual([]);
  const outcome = await content.reload();
  expect(content.faults()).toEqual(outcome.kind === "rejected" && outcome.lines);
  await writeFile(file, OTHER);
  await content.reload({ isTentative: true });
  expect(content.faults()).toEqual([]);
});

it("other mistakes are told again, and so is the end of them", async () => {
  const content = await open();
  await writeFile(file, INVALID);
  await content.reload();
  await writeFile(file, INVALID.replace("id: code", "id: Code"));
  await content.reload();
  await writeFile(file, OTHER);
  await content.reload();
  expect(heard).toMatchObject([{ kind: "rejected" }, { kind: "rejected" }, { kind: "loaded", isMended: true }]);
});

it("mistakes that are taken back are told as mended, though nothing new is live", async () => {
  const content = await open();
  await writeFile(file, INVALID);
  await content.reload();
  await writeFile(file, SMALL_FAQ);
  expect(await content.reload()).toMatchObject({ kind: "unchanged" });
  await content.reload();
  expect(heard).toMatchObject([{ kind: "rejected" }, { kind: "loaded", isMended: true }]);
  expect(builds).toBe(1);
});

it("a tentative reload keeps mistakes to itself, but not what is valid", async () => {
  const content = await open();
  await writeFile(file, INVALID);
  expect(await content.reload({ isTentative: true })).toMatchObject({ kind: "rejected" });
  await writeFile(file, OTHER);
  await content.reload({ isTentative: true });
  expect(heard).toMatchObject([{ kind: "loaded", isMended: false }]);
});

it("reloads that come together share a reading, and the last write wins", async () => {
  const content = await open();
  const first = content.reload();
  await writeFile(file, OTHER);
  const rest = await Promise.all(Array.from({ length: 20 }, () => content.reload()));
  await first;
  expect(questionIn(content)).toBe("Как сменить роль?");
  expect(new Set(rest).size).toBe(1);
  expect(builds).toBe(2);
});

it("a file that the program itself fails on does not take the old content with it", async () => {
  const content = await open((faq) => {
    if (faq.entries[1]?.question === "Как сменить роль?") throw new RangeError("Invalid array length");
    return buildMatcher(faq);
  });
  await writeFile(file, OTHER);
  expect(await content.reload()).toMatchObject({ kind: "rejected", fault: { kind: "bug" } });
  expect(questionIn(content)).toBe("Как изменить роль?");
});

describe("regression cases beside the file", () => {
  const questions = (expected: string) => `cases: [{ expect: ${expected}, questions: ["как мне поменять роль"] }]\n`;
  const write = (expected: string) => writeFile(join(folder, "questions.yaml"), questions(expected));

  it("keep an edit that breaks one out of service, and say where each stands", async () => {
    await write("role");
    const content = await open();
    const other = broken("Как изменить роль?", "Какие есть кружки?");
    await writeFile(file, other.replace("[поменять роль]", "[расписание кружков]"));
    const outcome = await content.reload();
    expect(outcome).toMatchObject({ kind: "rejected", isLive: false });
    expect(outcome.kind === "rejected" && outcome.lines.join()).toMatch(/questions\.yaml:1:\d+/u);
    expect(questionIn(content)).toBe("Как изменить роль?");
    expect(content.current().matcher.decide("поменять роль").outcome).toBe("answer");
    expect(heard).toEqual([outcome]);
  });

  it("are read with the file: a change of theirs alone counts", async () => {
    await write("role");
    const content = await open();
    await write("chats");
    expect(await content.reload()).toMatchObject({ kind: "rejected" });
    await write("role");
    await content.reload();
    expect(heard).toMatchObject([{ kind: "rejected" }, { kind: "loaded", isMended: true }]);
  });

  it("do not keep the bot from starting, but are told, also after a detour, until they hold", async () => {
    await write("chats");
    const content = await open();
    expect(await content.reload()).toMatchObject({ kind: "rejected", isLive: true });
    await content.reload();
    expect(heard).toHaveLength(1);
    await writeFile(file, INVALID);
    await content.reload();
    await writeFile(file, SMALL_FAQ);
    await content.reload();
    await write("role");
    await content.reload();
    expect(heard).toMatchObject([
      { kind: "rejected", isLive: true },
      { kind: "rejected", isLive: false },
      { kind: "rejected", isLive: true },
      { kind: "loaded", isMended: true },
    ]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["of another shape", "questions: []", /questions\.yaml/u],
    ["in another encoding", Buffer.from(questions("role"), "utf16le"), /UTF-16/u],
  ])("that are %s are told like those that fail", async (_, text, line) => {
    await writeFile(join(folder, "questions.yaml"), text);
    const content = await open();
    const outcome = await content.reload();
    expect(outcome.kind === "rejected" && outcome.lines.join()).toMatch(line);
  });

  it("are asked of a text before it is saved, and its matcher is kept for when it is", async () => {
    await write("role");
    const content = await open();
    expect(await content.flawsOf(OTHER)).toEqual([]);
    expect(builds).toBe(2);
    await writeFile(file, OTHER);
    expect(await content.reload()).toMatchObject({ kind: "loaded" });
    expect(builds).toBe(2);
    const flaws = await content.flawsOf(INVALID);
    expect(flaws).toEqual([expect.stringContaining("раздела «transfr» нет")]);
  });
});

it("a text that was checked before it was written is whole, though it ends like half a file", async () => {
  const content = await open();
  expect(await content.flawsOf(CUT_OFF)).toEqual([]);
  await writeFile(file, CUT_OFF);
  expect(await content.reload()).toMatchObject({ kind: "loaded" });
});

it("a bug at the start is no mistake of the operator", async () => {
  const bug = new RangeError("Invalid array length");
  await expect(
    open(() => {
      throw bug;
    }),
  ).rejects.toBe(bug);
});

it("whoever stopped listening hears nothing more", async () => {
  const content = await open();
  const later: ContentOutcome[] = [];
  content.subscribe((outcome) => later.push(outcome))();
  await writeFile(file, OTHER);
  await content.reload();
  expect(heard).toHaveLength(1);
  expect(later).toEqual([]);
});

it.each<[string, (content: ContentHolder) => Promise<unknown>]>([
  ["put into service", (content) => content.reload()],
  ["checked before it is written", (content) => content.flawsOf(OTHER)],
])("while another version is built to be %s, the one in service answers", async (_, change) => {
  const answers: (string | undefined)[] = [];
  let meanwhile: typeof answers = [];
  /** Goes on when somebody was answered, and gives up where nobody ever is. */
  const patient: BuildMatcher = function* (faq) {
    const before = answers.length;
    for (let step = 0; step < 1e6 && answers.length === before; step += 1) yield;
    meanwhile = answers.slice(before);
    return yield* buildMatcher(faq);
  };
  let build = counting;
  const content = await open((faq) => build(faq));
  build = patient;
  await writeFile(file, OTHER);
  const asking = setInterval(() => {
    answers.push(content.current().talk.explain("изменить роль").candidates[0]?.id);
  });
  await change(content);
  clearInterval(asking);
  expect(meanwhile).toEqual(["role"]);
});
