// Request bodies of the API and the keyboards in them, checked as MAX checks them.
import { z } from "zod";
import { type Accepted, type Refusal, badRequest } from "./route.ts";

const MAX_BUTTONS = 210;
const MAX_ROWS = 30;
const MAX_IN_ROW = 7;
const MAX_WIDE_IN_ROW = 3;
/** Kinds of button that MAX allows three of in a row. A row that mixes kinds is taken at its strictest. */
const WIDE_KINDS: ReadonlySet<string> = new Set(["link", "open_app", "request_geo_location", "request_contact"]);

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
    (buttons) => buttons.length <= MAX_WIDE_IN_ROW || !buttons.some((one) => WIDE_KINDS.has(one.type)),
    `more than ${MAX_WIDE_IN_ROW} link, open_app or request buttons in a row`,
  );

const keyboardSchema = z
  .array(row)
  .min(1)
  .max(MAX_ROWS, `more than ${MAX_ROWS} rows`)
  .refine(
    (rows) => rows.reduce((sum, buttons) => sum + buttons.length, 0) <= MAX_BUTTONS,
    `more than ${MAX_BUTTONS} buttons`,
  );

const keyboardAttachment = z.object({
  type: z.literal("inline_keyboard"),
  payload: z.object({ buttons: keyboardSchema }),
});

const mediaAttachment = z.looseObject({
  type: z.enum(["image", "video", "audio", "file", "sticker", "contact", "location", "share"]),
});

const MAX_MEDIA = 12;

const attachments = z
  .array(z.discriminatedUnion("type", [keyboardAttachment, mediaAttachment]))
  .refine((list) => list.filter((one) => one.type === "inline_keyboard").length <= 1, "more than one keyboard")
  .refine((list) => {
    const media = list.filter((one) => one.type !== "inline_keyboard");
    return media.length <= MAX_MEDIA && (media.length <= 1 || !media.some(isAlone));
  }, `more than ${MAX_MEDIA} attachments, or something beside a file`);

/** A file goes alone or with a keyboard. */
function isAlone({ type }: { readonly type: string }): boolean {
  return type === "file";
}

/**
 * The limit counts UTF-16 units before markup is read: of the possible readings of "4000 characters" the
 * strictest, so that what passes here passes there.
 */
const MAX_TEXT = 4000;

export const messageBody = z.object({
  text: z.string().max(MAX_TEXT).nullish(),
  attachments: attachments.nullish(),
  link: z.object({ type: z.enum(["forward", "reply"]), mid: z.string().min(1) }).nullish(),
  notify: z.boolean().nullish(),
  // Markdown is left out: the bot does not send it, and MAX does not say how it is escaped.
  format: z.literal("html").nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;

export const answerBody = z
  .object({ message: messageBody.nullish(), notification: z.string().nullish() })
  .refine(
    (body) => (body.message ?? body.notification ?? undefined) !== undefined,
    "`message` or `notification` required",
  );

export const commandsBody = z.object({
  commands: z
    .array(
      z.object({
        name: z.string().min(1).max(64),
        description: z.string().min(1).max(128).optional(),
      }),
    )
    .max(32),
});

export const subscriptionBody = z.object({
  url: z.string().min(1),
  update_types: z.array(z.string()).nullish(),
  secret: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{5,256}$/u)
    .nullish(),
});

export const actionBody = z.object({
  action: z.enum(["typing_on", "mark_seen", "sending_photo", "sending_video", "sending_audio", "sending_file"]),
});

/** The body as `schema` wants it, or the refusal that names the first thing wrong. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Accepted<T> | Refusal {
  const result = schema.safeParse(body);
  if (result.success) return { kind: "accepted", value: result.data };
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "body" : issue.path.join(".");
  return { kind: "refused", reply: badRequest(`${where}: ${issue?.message ?? "invalid"}`) };
}
