// What MAX sends, read leniently: unknown fields pass, null counts as absent, a field of the wrong type as well.
import { z } from "zod";

/** An absent, null or wrong value is undefined and does not spoil what is around it. */
function lenient<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
}

/** Ids beyond 2^53 would be rounded and belong to somebody else; 0 is how MAX writes "none" at times. */
const Id = z.int().refine((id) => id !== 0);

const User = z.object({
  user_id: Id,
  is_bot: lenient(z.boolean()),
});

/** Of the spans of formatted text only the mentions matter. */
const Mention = z.object({
  type: z.literal("user_mention"),
  from: lenient(z.int().min(0)),
  length: lenient(z.int().min(0)),
  user_link: lenient(z.string()),
  user_id: lenient(z.int()),
});

const Recipient = z.object({
  chat_id: lenient(Id),
  chat_type: lenient(z.string()),
  /** Only in comments under a post of a channel. */
  post_id: z.unknown().optional(),
});

const Body = z.object({
  mid: lenient(z.string().min(1)),
  text: lenient(z.string()),
  attachments: lenient(z.array(lenient(z.object({ type: z.string() })))),
  markup: lenient(z.array(lenient(Mention))),
});

const Message = z.object({
  sender: lenient(User),
  timestamp: lenient(z.number()),
  recipient: lenient(Recipient),
  body: lenient(Body),
  link: lenient(
    z.object({
      type: lenient(z.string()),
      sender: lenient(User),
      message: lenient(Body),
    }),
  ),
});

const Update = z.object({
  update_type: z.string(),
  timestamp: lenient(z.number()),
  message: lenient(Message),
  callback: lenient(
    z.object({
      callback_id: z.string().min(1),
      timestamp: lenient(z.number()),
      payload: lenient(z.string()),
      user: User,
    }),
  ),
  chat_id: lenient(Id),
  user_id: lenient(Id),
  user: lenient(User),
  payload: lenient(z.string()),
  is_channel: lenient(z.boolean()),
  /** Our own mark (pace.ts). */
  is_too_fast: lenient(z.boolean()),
});

/** What MAX handed over, and what could be read of it: undefined where it is no update. */
export interface ReadUpdate {
  readonly raw: unknown;
  readonly wire: WireUpdate | undefined;
}

export function readUpdate(raw: unknown): ReadUpdate {
  return { raw, wire: Update.safeParse(raw).data };
}

export type WireMention = z.output<typeof Mention>;
export type WireBody = z.output<typeof Body>;
export type WireRecipient = z.output<typeof Recipient>;
export type WireMessage = z.output<typeof Message>;
export type WireUpdate = z.output<typeof Update>;
