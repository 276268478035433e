// What MAX takes, in one place: lengths, keyboards, the pace of calls. (Pages of dev.max.ru and the schema of its API.)

/** Of a message. MAX does not say whether before or after markup, so it is counted after. */
export const TEXT_LENGTH = 4_000;
export const BUTTON_TEXT_LENGTH = 128;
/** What a button carries back, or puts into the clipboard. */
export const PAYLOAD_LENGTH = 1_024;
/** Of a button that opens a page. */
export const URL_LENGTH = 2_048;

export const KEYBOARD_ROWS = 30;
export const BUTTONS_PER_ROW = 7;
/** In a row with a button that opens something. */
export const BUTTONS_PER_ROW_WITH_LINK = 3;

/** Of a bot, all its processes together. */
export const CALLS_PER_SECOND = 30;
/** Sends, edits and answers in one chat. */
export const CALLS_PER_CHAT_AND_SECOND = 2;
