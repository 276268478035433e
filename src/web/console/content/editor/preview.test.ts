import { expect, it } from "vitest";
import { htmlOf, plainOf } from "../../../../markup/rich-text.ts";
import { entryMessage, excessOf, shownSideTopic, type ShownEntry } from "./preview.tsx";
import { SAMPLE } from "../../../../../test/support/console/sample-content.ts";

function shownEntry(id: string): ShownEntry {
  const view = SAMPLE.entries.find((entry) => entry.id === id);
  if (view === undefined) throw new Error(`no entry ${id}`);
  return view;
}

function buttonsOf(shown: ShownEntry): readonly string[] {
  return entryMessage(SAMPLE, shown).keyboard.flatMap((row) => row.map(({ text }) => text));
}

it("shows an entry as the bot says it: placeholders, marks, date, and what is related", () => {
  const shown = shownEntry("why-max");
  expect(htmlOf(entryMessage(SAMPLE, shown).text)).toBe(
    "<b>Почему школа выбрала MAX?</b>\n\nТак решила <b>Школа № 5</b>.\n\n• раз\n• два\n\nПроверено: 15 сентября 2025 г.",
  );
  expect(buttonsOf(shown)).toContain("Что делать, если чаты…");
});

it("offers the questions that are named rather than those that are near, by their buttons", () => {
  expect(buttonsOf(shownEntry("duplicate-chats"))).toContain("Почему MAX");
  const alone = { ...shownEntry("duplicate-chats").fields, related: [] };
  const shown = { ...shownEntry("duplicate-chats"), fields: alone };
  expect(buttonsOf(shown)).not.toContain("Почему MAX");
});

it("shows what has no id yet, and a side topic", () => {
  const fields = { ...shownEntry("why-max").fields, button: "", checked: "" };
  const shown = { id: undefined, fields, source: undefined, neighbours: [] };
  expect(plainOf(entryMessage(SAMPLE, shown).text)).not.toContain("Проверено");
  const sideTopic = shownSideTopic(SAMPLE, "thanks", { phrases: [], answer: "Рады: {{contact}}" });
  expect(plainOf(sideTopic.text)).toBe("Рады: Позвоните в школу");
  const related = ["gone", "why-max"];
  const leading = shownSideTopic(SAMPLE, "thanks", { phrases: [], answer: "Рады", related });
  expect(leading.keyboard.flat().map(({ text }) => text)).toEqual(["Почему MAX", "Все вопросы"]);
});

it("tells by how much a message is too long, in what MAX counts", () => {
  const shown = shownEntry("why-max");
  expect(excessOf(entryMessage(SAMPLE, shown))).toBe(0);
  const fields = { ...shown.fields, question: "В", checked: undefined, answer: "&".repeat(750) };
  // "<b>В</b>", two line breaks, and "&amp;" for each.
  expect(excessOf(entryMessage(SAMPLE, { ...shown, fields }))).toBe(8 + 2 + 750 * 5 - 3750);
});
