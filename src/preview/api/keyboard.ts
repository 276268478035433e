// The limits that MAX puts on an inline keyboard.
import { z } from "zod";

const MAX_BUTTONS = 210;
const MAX_ROWS = 30;
const MAX_IN_ROW = 7;
const MAX_WIDE_IN_ROW = 3;
/** Kinds of button that MAX allows three of in a row. A row that mixes kinds is taken at its strictest. */
const WIDE_KINDS: ReadonlySet<string> = new Set([
  "link",
  "open_app",
  "request_geo_location",
  "request_contact",
]);

const text = z.string().min(1).max(128);
const payload = z.string().max(1024);

const button = z.discriminatedUnion("type", [
  z.object({ type: z.literal("callback"), text, payload }),
  z.object({
    type: z.literal("link"),
    text,
    url: z.url({ protocol: /^(?:https?|max)$/u }).max(2048),
  }),
  z.object({ type: z.literal("clipboard"), text, payload }),
  z.object({ type: z.literal("message"), text }),
  z.object({ type: z.literal("request_contact"), text }),
  z.object({ type: z.literal("request_geo_location"), text }),
  z.object({
    type: z.literal("open_app"),
    text,
    payload: z
      .string()
      .max(512)
      .regex(/^[\w-]*$/u)
      .nullish(),
  }),
]);

const row = z
  .array(button)
  .min(1)
  .max(MAX_IN_ROW, `more than ${MAX_IN_ROW} buttons in a row`)
  .refine(
    (buttons) =>
      buttons.length <= MAX_WIDE_IN_ROW || !buttons.some((one) => WIDE_KINDS.has(one.type)),
    `more than ${MAX_WIDE_IN_ROW} link, open_app or request buttons in a row`,
  );

export const keyboardSchema = z
  .array(row)
  .min(1)
  .max(MAX_ROWS, `more than ${MAX_ROWS} rows`)
  .refine(
    (rows) => rows.reduce((sum, buttons) => sum + buttons.length, 0) <= MAX_BUTTONS,
    `more than ${MAX_BUTTONS} buttons`,
  );
