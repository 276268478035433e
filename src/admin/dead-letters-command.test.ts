import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AdminCommand } from "./admin.ts";
import { deadLettersCommand } from "./dead-letters-command.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { decodePayload } from "../dialog/payload.ts";
import { plainOf } from "../markup/rich-text.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";

// What was given up as administrators see it, over a real database.

const NOON_IN_MOSCOW = Date.UTC(2025, 8, 1, 9);
let folder = "";
let store: Store;
let woken = 0;
let command: AdminCommand;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aside-"));
  store = await openDatabase(`file:${folder}/bot.db`, () => NOON_IN_MOSCOW);
  woken = 0;
  const onRetried = () => {
    woken += 1;
  };
  command = deadLettersCommand({ inbox: store.inbox, bot: () => undefined, onRetried });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function messageUpdate(text: string) {
  return {
    update_type: "message_created",
    timestamp: 1,
    message: {
      sender: { user_id: 7 },
      recipient: { chat_id: 5, chat_type: "dialog" },
      timestamp: 1,
      body: { mid: `mid.${text}`, text },
    },
  };
}

async function giveUp(payload: string, error: string): Promise<number> {
  const row = { key: payload, lane: payload, payload, receivedAt: NOON_IN_MOSCOW };
  await store.inbox.receive([row]);
  const { updates } = await store.inbox.pending({ exceptLanes: [], limit: 10 });
  const id = updates.find(({ key }) => key === payload)?.id ?? 0;
  await store.inbox.giveUp(id, error);
  return id;
}

async function ask(argument = "", isTap = false): Promise<OutMessage> {
  const place = { kind: "private", chatId: 1, userId: 1 } as const;
  const { signal } = new AbortController();
  const answer = await command.run({ place, argument, isTap, signal });
  if (answer === undefined) throw new Error("the button is none of the command's");
  return answer.message;
}

/** By what it carries, as a tap on the button of this title would. */
function tap(message: OutMessage, title: string): Promise<OutMessage> {
  const button = message.keyboard.flat().find(({ text }) => text === title);
  const payload = button?.kind === "callback" ? decodePayload(button.payload) : undefined;
  if (payload?.kind !== "admin") throw new Error(`no button "${title}"`);
  return ask(payload.argument, true);
}

const titles = ({ keyboard }: OutMessage) => keyboard.flat().map(({ text }) => text);

test("with nothing given up that is said, without buttons", async () => {
  const { text, keyboard } = await ask();
  expect(plainOf(text)).toContain("Отложенных сообщений нет");
  expect(keyboard).toEqual([]);
});

test("the list says when, what, why in words, and the text without what leads to a person", async () => {
  const text = "позвоните мне 8 916 123-45-67";
  await giveUp(JSON.stringify(messageUpdate(text)), "MaxFailure: POST /messages: MAX answered 403");
  const shown = plainOf((await ask()).text);
  expect(shown).toContain("Отложено: 1");
  expect(shown).toMatch(/1\. Сообщение, 1 сентября.* 12:00/u);
  expect(shown).toContain("«позвоните мне [телефон]»");
  expect(shown).toContain("чат недоступен боту (403)");
  expect(shown).not.toContain("MaxFailure");
});

test.each([
  { error: "TypeError: x is not a function", words: "Ошибка в программе: TypeError" },
  { error: "OutsideError: Saving updates: disk full", words: "диск, база данных или сеть" },
  { error: "MaxFailure: POST /messages: no answer within 15000 ms", words: "MAX долго не отвечал" },
  { error: "MaxFailure: POST /messages: MAX answered 502", words: "MAX долго не работал (502)" },
])('"$error" is told as "$words"', async ({ error, words }) => {
  await giveUp(JSON.stringify(messageUpdate("привет")), error);
  expect(plainOf((await ask()).text)).toContain(words);
});

test("an update that cannot be read is shown all the same", async () => {
  await giveUp("{ no JSON", "SyntaxError: Unexpected token");
  expect(plainOf((await ask()).text)).toContain("Неизвестное событие");
});

test("what is retried is pending again, and a second tap on the same button does nothing", async () => {
  await giveUp(JSON.stringify(messageUpdate("привет")), "Error: boom");
  const list = await ask();
  expect(plainOf((await tap(list, "1. Повторить")).text)).toContain("снова в очереди");
  expect(await store.inbox.size()).toMatchObject({ pending: 1, deadLetters: 0 });
  expect(woken).toBe(1);
  expect(plainOf((await tap(list, "1. Повторить")).text)).toContain("уже нет");
  expect(plainOf((await tap(list, "1. Убрать")).text)).toContain("уже нет");
  expect(await store.inbox.size()).toMatchObject({ pending: 1, deadLetters: 0 });
  expect(woken).toBe(1);
});

test("what is dropped is gone, and a second tap on the same button does nothing", async () => {
  await giveUp(JSON.stringify(messageUpdate("привет")), "Error: boom");
  const list = await ask();
  expect(plainOf((await tap(list, "1. Убрать")).text)).toContain("Сообщение убрано");
  expect(plainOf((await tap(list, "1. Убрать")).text)).toContain("уже нет");
  expect(await store.inbox.size()).toMatchObject({ pending: 0, deadLetters: 0 });
  expect(woken).toBe(0);
});

test("a long list is turned page by page, and a page that has emptied shows the last one", async () => {
  const ids: number[] = [];
  for (let n = 1; n <= 5; n += 1) ids.push(await giveUp(JSON.stringify(messageUpdate(`номер ${n}`)), "Error: boom"));
  const first = await ask();
  expect(titles(first)).toEqual([...[1, 2, 3, 4].flatMap((n) => [`${n}. Повторить`, `${n}. Убрать`]), "Дальше →"]);
  const second = await tap(first, "Дальше →");
  expect(plainOf(second.text)).toContain("5. Сообщение");
  expect(plainOf((await tap(second, "5. Убрать")).text)).toContain("Отложено: 4");
});

test("typed numbers retry nothing, and a forged button is none of the command's", async () => {
  const id = await giveUp(JSON.stringify(messageUpdate("привет")), "Error: boom");
  expect(plainOf((await ask(`retry:${id}:0`)).text)).toContain("Отложено: 1");
  await expect(ask("retry:x:0", true)).rejects.toThrow("none of the command's");
});
