// @ts-check
// Where a link leads: those of MAX stay in the local MAX, others open beside it.
import { isWebAddress } from "./markup.js";
import { readMaxLink } from "./max-link.js";
import { byId } from "./element.js";

/**
 * @param {{
 *   nick: () => string,
 *   toBot: (payload: string | undefined) => void,
 *   share: (text: string) => void,
 * }} hands
 */
export function linkFollower({ nick, toBot, share }) {
  /**
   * Whether the link was followed inside.
   * @param {string} address
   */
  function followInside(address) {
    const link = readMaxLink(address, nick());
    if (link?.kind === "bot") toBot(link.payload);
    if (link?.kind === "share") share(link.text);
    return link !== undefined;
  }

  byId("log", HTMLOListElement).addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link !== null && followInside(link.href)) event.preventDefault();
  });

  /** @param {string} address of a button */
  return function follow(address) {
    if (followInside(address) || !isWebAddress(address)) return;
    window.open(address, "_blank", "noopener,noreferrer");
  };
}
