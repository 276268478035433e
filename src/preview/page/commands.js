// @ts-check
// The menu of commands that opens on typing "/".
import { byId, element } from "./element.js";

/** @typedef {import("./shapes.d.ts").Command} Command */

/** @param {(command: string) => void} choose */
export function commandMenu(choose) {
  const list = byId("commands", HTMLUListElement);
  const field = byId("text", HTMLTextAreaElement);
  /** @type {readonly Command[]} */
  let all = [];
  /** @type {readonly Command[]} */
  let offered = [];
  let active = 0;

  /** @param {Command} command @param {number} index */
  function option(command, index) {
    const made = element(
      "li",
      "command",
      element("strong", "", `/${command.name}`),
      element("span", "faint", command.description ?? ""),
    );
    made.id = `command-${index}`;
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
    else field.setAttribute("aria-activedescendant", `command-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    offered = [];
    draw();
  }

  /** @param {number} index */
  function pick(index) {
    const command = offered[index];
    close();
    if (command !== undefined) choose(`/${command.name}`);
  }

  /** @param {number} step */
  function move(step) {
    active = (active + step + offered.length) % offered.length;
    draw();
  }

  return {
    /** @param {readonly Command[]} commands */
    set: (commands) => {
      all = commands;
    },
    close,
    /** @param {string} text what is typed */
    update: (text) => {
      const typed = /^\/(?<name>\S*)$/u.exec(text)?.groups?.["name"]?.toLowerCase();
      offered = typed === undefined ? [] : all.filter(({ name }) => name.startsWith(typed));
      active = 0;
      draw();
    },
    /**
     * Whether the key was for the menu.
     * @param {KeyboardEvent} event
     */
    takesKey: (event) => {
      if (list.hidden) return false;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter" || event.key === "Tab") pick(active);
      else if (event.key === "Escape") close();
      else return false;
      return true;
    },
  };
}
