// A local MAX that is not the bot's own, as MAX itself is not.
import { startPreview, type Preview, type PreviewOptions } from "../../../src/preview/preview.ts";

export function startMax(
  token: string,
  changes: Partial<Omit<PreviewOptions, "token">> = {},
): Promise<Preview> {
  return startPreview({
    host: "127.0.0.1",
    port: 0,
    token,
    botName: "Бот",
    username: "school_bot",
    ...changes,
  });
}
