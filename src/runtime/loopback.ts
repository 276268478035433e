// Which names lead to this computer and nowhere else.

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/iu;

/** Of the name of a host, without its port. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
