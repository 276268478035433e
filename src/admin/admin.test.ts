import { beforeEach, expect, test } from "vitest";
import { createAdmin, type AdminAnswer, type AdminCommands } from "./admin.ts";
import { createAdmins, whoamiCommand } from "./admins.ts";
import { adminButton } from "../dialog/buttons.ts";
import type { MessageEvent, Place, TapEvent } from "../dialog/event.ts";
import { decodePayload } from "../dialog/payload.ts";
import { showMessage } from "../../test/support/dialog/show.ts";
import { OutsideError } from "../runtime/errors.ts";
import { plain } from "../markup/rich-text.ts";
import { MaxFailure } from "../max/failure.ts";
import { silentLog } from "../../test/support/logs.ts";

const PLACE: Place = { kind: "private", chatId: 7, userId: 70 };
const MAX = { kind: "max", token: "t", apiUrl: undefined } as const;

const PICTURE = { name: "chart.png", bytes: new Uint8Array(1) };

let calls: string[] = [];
beforeEach(() => {
  calls = [];
});

function written(text: string): MessageEvent {
  const rest = {
    messageId: "m",
    forwardedText: undefined,
    repliedMessageId: undefined,
    attachments: [],
    isEdited: false,
  };
  return { kind: "message", place: PLACE, text, isAddressed: true, ...rest };
}

function tapped(payload: string): TapEvent {
  return { kind: "tap", place: PLACE, callbackId: "c", payload: decodePayload(payload) };
}

function adminOf(
  adminUserIds: readonly number[],
  target: Parameters<typeof createAdmins>[0]["target"] = MAX,
  picture?: AdminAnswer["picture"],
  fileFailure?: Error,
) {
  const admins = createAdmins({ adminUserIds, target, host: "127.0.0.1" });
  const commands: AdminCommands = new Map([
    ["whoami", whoamiCommand(admins, () => commands)],
    [
      "echo",
      {
        description: "Повторить",
        run: ({ argument, isTap }) => ({
          message: { text: plain(`${isTap ? "tap" : "text"}:${argument}`), keyboard: [] },
          ...(picture === undefined ? {} : { picture }),
        }),
      },
    ],
  ]);
  const admin = createAdmin({
    client: {
      send: async (reply) => {
        calls.push(`${reply.kind} ${reply.kind === "toast" ? "" : showMessage(reply.message)}`);
        return "mid";
      },
      upload: async ({ kind }) => ({ type: kind, payload: { token: "t" } }),
      sendFile: async (_place, file, message) => {
        if (fileFailure !== undefined) throw fileFailure;
        calls.push(`${file.type} ${showMessage(message)}`);
      },
    },
    isAdmin: admins.isAdmin,
    commands,
    log: silentLog,
  });
  return (event: MessageEvent | TapEvent) => admin(event, new AbortController().signal);
}

test("an administrator's command is answered, and a button of its answer replaces it", async () => {
  const admin = adminOf([70]);
  expect(await admin(written("/Echo  30 дней"))).toBe(true);
  const button = adminButton("Ещё", "echo", "page:2:x");
  expect(await admin(tapped("payload" in button ? button.payload : ""))).toBe(true);
  expect(calls).toEqual(["send text:30 дней", "replace tap:page:2:x"]);
});

test("a picture goes out as a message of its own, after the tap is answered", async () => {
  const admin = adminOf([70], MAX, PICTURE);
  await admin(written("/echo"));
  await admin(tapped("1:admin:echo:x"));
  expect(calls).toEqual(["image text:", "toast ", "image tap:x"]);
});

test.each([
  ["the upload fails", new OutsideError("Uploading failed", { isRetryable: true })],
  ["MAX does not take it", new MaxFailure("Sending failed", { reason: "rejected", status: 400 })],
])("the text arrives without its picture, and says so, when %s", async (_, failure) => {
  const admin = adminOf([70], MAX, PICTURE, failure);
  await admin(written("/echo"));
  await admin(tapped("1:admin:echo:x"));
  const missing = "\nКартинка не отправилась: MAX её не принял. Попробуйте ещё раз через несколько минут.";
  expect(calls).toEqual([`send text:\n${missing}`, "toast ", `send tap:x\n${missing}`]);
});

test.each([new MaxFailure("Sending failed", { reason: "network" }), new Error("a bug")])(
  "what would fail without the picture too is left to be tried again: %s",
  async (failure) => {
    const admin = adminOf([70], MAX, PICTURE, failure);
    await expect(admin(written("/echo"))).rejects.toBe(failure);
    expect(calls).toEqual([]);
  },
);

test.each([written("/echo"), tapped("1:admin:echo:x"), written("/whoami")])(
  "for others the commands do not exist",
  async (event) => {
    expect(await adminOf([71])(event)).toBe(false);
    expect(calls).toEqual([]);
  },
);

test.each([
  written("echo"),
  written("/nothing"),
  tapped("1:menu:0"),
  tapped("1:admin:nothing:"),
  tapped("1:admin:constructor"),
  tapped(""),
])("what is no command of administrators goes on to the talk, also from one", async (event) => {
  expect(await adminOf([70])(event)).toBe(false);
});

test("/whoami tells an administrator their number and the commands", async () => {
  await adminOf([70])(written("/whoami"));
  expect(calls[0]).toMatch(/Ваш номер в MAX: 70[\s\S]*\/whoami — [\s\S]*\/echo — Повторить/u);
});

test("while nobody is named, /whoami tells everybody their number and where to write it", async () => {
  const admin = adminOf([]);
  await admin(written("/whoami"));
  expect(calls[0]).toMatch(/Ваш номер в MAX: 70[\s\S]*ADMIN_USER_IDS/u);
  expect(await admin(written("/echo"))).toBe(false);
});

test("in a preview whoever tries the bot is its administrator, unless others are named", async () => {
  expect(await adminOf([], { kind: "preview" })(written("/echo"))).toBe(true);
  expect(await adminOf([71], { kind: "preview" })(written("/echo"))).toBe(false);
});

test("the argument of a button comes back as it was", () => {
  expect(decodePayload("1:admin:stats:")).toEqual({
    kind: "admin",
    command: "stats",
    argument: "",
  });
});
