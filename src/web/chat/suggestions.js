// @ts-check
// The list of suggestions over the field: commands after "/", the bot after "@".
import { byId, element } from "./element.js";

/** @typedef {{ text: string, hint: string }} Suggestion */

/** @param {(text: string) => void} choose */
export function suggestionList(choose) {
  const list = byId("suggestions", HTMLUListElement);
  const field = byId("text", HTMLTextAreaElement);
  /** @type {readonly Suggestion[]} */
  let offered = [];
  let active = 0;

  /** @param {Suggestion} suggestion @param {number} index */
  function option({ text, hint }, index) {
    const made = element(
      "li",
      "suggestion",
      element("strong", "", text),
      element("span", "faint", hint),
    );
    made.id = `suggestion-${index}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", String(index === active));
    made.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      pick(index);
    });
    return made;
  }

  function draw() {
    list.hidden = offered.length === 0;
    list.replaceChildren(...offered.map(option));
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `suggestion-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {readonly Suggestion[]} suggestions */
  function offer(suggestions) {
    offered = suggestions;
    active = 0;
    draw();
  }

  /** @param {number} index */
  function pick(index) {
    const suggestion = offered[index];
    offer([]);
    if (suggestion !== undefined) choose(suggestion.text);
  }

  /** @param {number} step */
  function move(step) {
    active = (active + step + offered.length) % offered.length;
    draw();
  }

  return {
    offer,
    close: () => offer([]),
    /**
     * Whether the key was for the list.
     * @param {KeyboardEvent} event
     */
    takesKey: (event) => {
      if (list.hidden) return false;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter" || event.key === "Tab") pick(active);
      else if (event.key === "Escape") offer([]);
      else return false;
      return true;
    },
  };
}
