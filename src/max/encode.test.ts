import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Button, OutMessage } from "../dialog/reply.ts";
import { bold, link, plain } from "../markup/rich-text.ts";
import { encodeNew, encodeReplacement } from "./encode.ts";

function message(keyboard: OutMessage["keyboard"] = []): OutMessage {
  return { text: plain("Ответ"), keyboard };
}

const tap = (text: string, payload = "p"): Button => ({ kind: "callback", text, payload });
const web = (text: string, url = "https://max.ru"): Button => ({ kind: "link", text, url });

function rowsOf(body: ReturnType<typeof encodeNew>) {
  const keyboard = body.attachments?.[0];
  return keyboard?.type === "inline_keyboard" ? keyboard.payload.buttons : [];
}

describe("text", () => {
  test("goes as HTML with everything else escaped", () => {
    const text = [...bold("<b>"), ...plain(" & "), ...link("сайт", 'https://max.ru/?a=1&b="2"')];
    expect(encodeNew({ text, keyboard: [] })).toEqual({
      text: '<b>&lt;b&gt;</b> &amp; <a href="https://max.ru/?a=1&amp;b=&quot;2&quot;">сайт</a>',
      format: "html",
    });
  });

  test("of 4000 characters passes; longer or empty text is a bug of the caller", () => {
    expect(encodeNew({ text: plain("я".repeat(4000)), keyboard: [] }).text).toHaveLength(4000);
    expect(() => encodeNew({ text: plain("я".repeat(4001)), keyboard: [] })).toThrow("4001");
    expect(() => encodeReplacement({ text: plain(""), keyboard: [] })).toThrow("0 characters");
  });
});

describe("keyboard", () => {
  test("is left out of a new message without buttons", () => {
    expect(encodeNew(message())).not.toHaveProperty("attachments");
    expect(encodeNew(message([[]]))).not.toHaveProperty("attachments");
  });

  test("is taken away by a replacement without buttons", () => {
    expect(encodeReplacement(message()).attachments).toEqual([]);
  });

  test("has the buttons as MAX names them", () => {
    const keyboard: OutMessage["keyboard"] = [
      [tap("Да", "v1:yes")],
      [web("Сайт"), { kind: "clipboard", text: "Код", payload: "7" }],
    ];
    expect(rowsOf(encodeReplacement(message(keyboard)))).toEqual([
      [{ type: "callback", text: "Да", payload: "v1:yes" }],
      [
        { type: "link", text: "Сайт", url: "https://max.ru" },
        { type: "clipboard", text: "Код", payload: "7" },
      ],
    ]);
  });

  test("leaves out a button that MAX would refuse the whole message for", () => {
    const keyboard = [[tap("ok"), tap("long", "x".repeat(1025))], [web("far", `https://${"x".repeat(2048)}`)]];
    expect(rowsOf(encodeNew(message(keyboard)))).toEqual([[{ type: "callback", text: "ok", payload: "p" }]]);
  });

  test("cuts no emoji in half", () => {
    const text = rowsOf(encodeNew(message([[tap("🎒".repeat(100))]])))[0]?.[0]?.text;
    expect(text).toBe(`${"🎒".repeat(63)}…`);
  });

  test("never goes over the limits of MAX", () => {
    const button = fc.oneof(
      fc.string({ minLength: 1, maxLength: 300 }).map((text) => tap(text)),
      fc.string({ minLength: 1, maxLength: 300 }).map((text) => web(text)),
    );
    const keyboards = fc.array(fc.array(button, { maxLength: 20 }), { maxLength: 40 });
    fc.assert(
      fc.property(keyboards, (keyboard) => {
        const rows = rowsOf(encodeNew(message(keyboard)));
        expect(rows.length).toBeLessThanOrEqual(30);
        for (const row of rows) {
          const hasLink = row.some(({ type }) => type === "link");
          expect(row.length).toBeLessThanOrEqual(hasLink ? 3 : 7);
          expect(row.length).toBeGreaterThan(0);
          for (const { text } of row) expect(text.length).toBeLessThanOrEqual(128);
        }
      }),
    );
  });
});

test("a button that says its text is sent whole, or not at all", () => {
  const said = (text: string) => ({ kind: "message" as const, text });
  const { attachments } = encodeNew({
    text: plain("Ответ"),
    keyboard: [[said("Все вопросы"), said("а".repeat(129))]],
  });
  expect(attachments).toEqual([
    {
      type: "inline_keyboard",
      payload: { buttons: [[{ type: "message", text: "Все вопросы" }]] },
    },
  ]);
});
