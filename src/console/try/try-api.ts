// What the page of the trial asks the server, and what it gets: types alone.
import type { LastReply } from "../../dialog/last-reply.ts";
import type { Button } from "../../dialog/reply.ts";
import type { RichText } from "../../markup/rich-text.ts";
import type { Explanation } from "../../search/explain.ts";
import type { Conflict, Edit, Unfit } from "../content/content-api.ts";

/** `POST try`: the talk on the live content or on a draft of it. */
export interface Try {
  /** The unsaved changes; empty for the live content. */
  readonly edits: readonly Edit[];
  /** What the bot said before, as it told. */
  readonly last?: LastReply | undefined;
  readonly event:
    | { readonly kind: "start" }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "tap"; readonly payload: string };
}

export type TryResult =
  | {
      readonly kind: "reply";
      /** A tap replaces the message it was made in. */
      readonly isReplacement: boolean;
      readonly text: RichText;
      readonly keyboard: readonly (readonly Button[])[];
      /** What the next words may be about; undefined where that has not changed. */
      readonly about?: LastReply | undefined;
      /** Of a text. */
      readonly explanation: Explanation | undefined;
    }
  | Unfit
  | Conflict;
