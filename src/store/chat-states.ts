// What the bot has to know of a chat from one message to the next: the port, whatever database is behind.

/** One JSON text per chat. All methods reject with OutsideError when the database fails. */
export interface ChatStates {
  /** Undefined where nothing was written for the chat. */
  read(chatId: number): Promise<string | undefined>;
  /** Replaces what was there. */
  write(chatId: number, json: string): Promise<void>;
  remove(chatId: number): Promise<void>;
}
