import { expect, it } from "vitest";
import { richTextOf } from "../../../markup/markdown.ts";
import { wireKeyboardOf, wireTextOf } from "./wire-text.ts";

it("lays the marks over the text, in the units MAX counts in", () => {
  expect(wireTextOf(richTextOf("👍 **да *очень*** [сюда](https://max.ru)"))).toEqual({
    text: "👍 да очень сюда",
    markup: [
      { type: "strong", from: 3, length: 3 },
      { type: "strong", from: 6, length: 5 },
      { type: "emphasized", from: 6, length: 5 },
      { type: "link", from: 12, length: 4, url: "https://max.ru" },
    ],
  });
});

it("names the buttons as MAX does", () => {
  expect(
    wireKeyboardOf([
      [{ kind: "callback", text: "Да", payload: "1" }],
      [
        { kind: "link", text: "MAX", url: "https://max.ru" },
        { kind: "clipboard", text: "Копия", payload: "2" },
      ],
    ]),
  ).toEqual([
    [{ type: "callback", text: "Да", payload: "1" }],
    [
      { type: "link", text: "MAX", url: "https://max.ru" },
      { type: "clipboard", text: "Копия", payload: "2" },
    ],
  ]);
});
