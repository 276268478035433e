// A small menu beside the button that opened it.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import * as styles from "./chat-overlays.module.css";
import { Icon, type IconName } from "../shared/parts/icon.tsx";

export interface MenuItem {
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => unknown;
}

interface Opened {
  readonly opener: HTMLElement;
  readonly items: readonly MenuItem[];
}

const GAP_PX = 6;
const opened = signal<Opened | undefined>(undefined);

export function openMenu(opener: HTMLElement, items: readonly MenuItem[]): void {
  close(false);
  opener.setAttribute("aria-expanded", "true");
  opened.value = { opener, items };
}

function close(isFocusBack: boolean): void {
  const { opener } = opened.value ?? {};
  opened.value = undefined;
  opener?.setAttribute("aria-expanded", "false");
  if (isFocusBack) opener?.focus();
}

export function Menu() {
  const menu = useRef<HTMLDivElement>(null);
  const { opener, items = [] } = opened.value ?? {};
  useLayoutEffect(() => {
    if (menu.current === null || opener === undefined) return;
    place(menu.current, opener);
    menu.current.querySelector("button")?.focus();
  }, [opener, items]);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && menu.current?.contains(target) === true;
      if (!isInside) close(false);
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, []);
  return (
    <div ref={menu} class={styles.menu} role="menu" hidden={opener === undefined} onKeyDown={onKeyDown}>
      {items.map(({ icon, label, run }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          onClick={() => {
            close(true);
            run();
          }}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}

function place(menu: HTMLElement, opener: HTMLElement): void {
  const box = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isRoomAbove = box.top > height + GAP_PX;
  const left = Math.min(box.left, window.innerWidth - width - GAP_PX);
  const top = isRoomAbove ? box.top - height - GAP_PX : box.bottom + GAP_PX;
  menu.style.left = `${Math.max(GAP_PX, left)}px`;
  menu.style.top = `${Math.max(GAP_PX, Math.min(top, window.innerHeight - height - GAP_PX))}px`;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === "Escape" || event.key === "Tab") close(true);
  else if (event.key === "ArrowDown") move(event, 1);
  else if (event.key === "ArrowUp") move(event, -1);
  else return;
  event.preventDefault();
}

function move({ currentTarget: menu }: KeyboardEvent, step: number): void {
  if (!(menu instanceof Element)) return;
  const items = [...menu.querySelectorAll("button")];
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + step) % items.length)?.focus();
}
