// The JSON that MAX speaks: users, messages, buttons and updates as they travel over HTTP.

/** Field names are those of the API. Optional fields are left out when there is nothing to say, never null. */
export interface WireUser {
  readonly user_id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly is_bot: boolean;
  readonly last_activity_time: number;
  readonly name: string;
}

export type MarkupKind =
  | "strong"
  | "emphasized"
  | "monospaced"
  | "strikethrough"
  | "underline"
  | "highlighted"
  | "heading"
  | "quote"
  | "link"
  | "user_mention";

/** A run of `length` UTF-16 units from `from` on that looks different. */
export interface Markup {
  readonly type: MarkupKind;
  readonly from: number;
  readonly length: number;
  readonly url?: string;
  readonly user_id?: number;
  readonly user_link?: string;
}

export type WireButton =
  | { readonly type: "callback"; readonly text: string; readonly payload: string }
  | { readonly type: "link"; readonly text: string; readonly url: string }
  | { readonly type: "clipboard"; readonly text: string; readonly payload: string }
  | { readonly type: "message"; readonly text: string }
  | { readonly type: "request_contact"; readonly text: string }
  | { readonly type: "request_geo_location"; readonly text: string }
  | { readonly type: "open_app"; readonly text: string };

export type Keyboard = readonly (readonly WireButton[])[];

/** An attachment other than a keyboard; what else it carries depends on its type. */
export interface Media {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface WireBody {
  readonly mid: string;
  readonly seq: number;
  readonly text: string;
  readonly markup?: readonly Markup[];
  readonly attachments?: readonly Media[];
}

export interface WireMessage {
  readonly recipient: {
    readonly chat_id: number;
    readonly chat_type: "dialog" | "chat";
    readonly user_id?: number;
  };
  readonly timestamp: number;
  readonly link?: {
    readonly type: "forward" | "reply";
    readonly sender: WireUser;
    readonly chat_id: number;
    readonly message: WireBody;
  };
  readonly body: WireBody;
  readonly sender: WireUser;
}

export interface Update {
  readonly update_type: string;
  readonly timestamp: number;
  readonly [field: string]: unknown;
}
