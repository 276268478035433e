import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openContent, type ContentHolder, type ContentOutcome } from "./content-holder.ts";
import { buildContent, type BuildContent } from "./content.ts";
import { UsageError } from "./errors.ts";
import { broken, SMALL_FAQ } from "./faq/testing/small-faq.ts";

const OTHER = broken("Как изменить роль?", "Как сменить роль?");
const INVALID = broken("category: transfer", "category: transfr");

const CUT_OFF = OTHER.slice(0, OTHER.indexOf(" к справке MAX"));

let folder = "";
let file = "";
let builds = 0;
let heard: ContentOutcome[] = [];

const counting: BuildContent = (faq, text) => {
  builds += 1;
  return buildContent(faq, text);
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
  await writeFile(
    file,
    INVALID.replace(repeated, repeated.repeat(40)).replace("id: code", "id: К"),
  );
  const outcome = await content.reload();
  expect(outcome.kind === "rejected" && outcome.lines).toEqual([
    expect.stringContaining("раздела «transfr» нет"),
    expect.stringContaining("id «К» не годится"),
  ]);
});

it("other mistakes are told again, and so is the end of them", async () => {
  const content = await open();
  await writeFile(file, INVALID);
  await content.reload();
  await writeFile(file, INVALID.replace("id: code", "id: Code"));
  await content.reload();
  await writeFile(file, OTHER);
  await content.reload();
  expect(heard).toMatchObject([
    { kind: "rejected" },
    { kind: "rejected" },
    { kind: "loaded", isMended: true },
  ]);
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
  const content = await open((faq, text) => {
    if (text === OTHER) throw new RangeError("Invalid array length");
    return buildContent(faq, text);
  });
  await writeFile(file, OTHER);
  expect(await content.reload()).toMatchObject({ kind: "rejected", fault: { kind: "bug" } });
  expect(questionIn(content)).toBe("Как изменить роль?");
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
