// Which addresses may stand behind a link.

/** A whole http or https address with a host, without spaces. Other schemes (javascript:, tel:) are not ours to send. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s/]/iu.test(address) || /\s/u.test(address)) return false;
  return URL.canParse(address);
}
