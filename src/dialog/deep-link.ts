// Links that open the bot, one answer of it, or the window "send to MAX".

/** `username` as the API gives it, without "@". */
export function botLink(username: string): string {
  return `https://max.ru/${username}`;
}

/** At most 128 characters of `start` reach the bot; ids of entries have at most 60. */
export function entryLink(username: string, entryId: string): string {
  return `${botLink(username)}?start=${encodeURIComponent(entryId)}`;
}

/** Opens the choice of a chat with the text ready to send. */
export function shareLink(text: string): string {
  // Half an emoji, left by somebody's cut, cannot be encoded.
  const encodable = text.replace(/\p{Surrogate}/gu, "\ufffd");
  return `https://max.ru/:share?text=${encodeURIComponent(encodable)}`;
}
