// What the page is made of in many places: icons, round buttons, round pictures, times.
import type { ButtonHTMLAttributes, Ref } from "preact";
import botPicture from "../shared/bot.svg";
import { Stroke } from "../shared/parts/stroke.tsx";
import * as styles from "./chat-parts.module.css";

const PATHS = {
  attach: "M12 5v14M5 12h14",
  back: "m14 6-6 6 6 6",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1",
  down: "m5 9 7 7 7-7",
  edit: "m4 20 1-4.500L16 4.500a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19 4 20Z",
  file: "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm7 0v5h5",
  forward: "m13 5 7 6.5-7 6.500v-4c-5 0-7.5 1.5-9 4.5 0-6 3-9.5 9-9.500V5Z",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z",
  more: "M5 12h.1M12 12h.1M19 12h.1",
  photo:
    "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm-1 12 5-5 5 5 2-2 4 4M15.5 9h.1",
  play: "M8 5v14l11-7L8 5Z",
  reply: "M10 6 4 11.500 10 17v-3.500c5 0 8 1.500 10 5 0-6-3.500-9-10-9V6Z",
  reset: "M20 12a8 8 0 1 1-2.4-5.7M20 3v4.500h-4.500",
  robot:
    "M6 8h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3Zm6 0V3.500M8.500 12.500v.1M15.500 12.500v.1M9.500 16.300h5",
  send: "M4 12 3 4.6c-.1-.8.7-1.4 1.4-1l16 7.5c.8.3.8 1.5 0 1.8l-16 7.5c-.7.4-1.5-.2-1.4-1L4 12Zm0 0h8",
  sticker:
    "M13 21a9 9 0 1 1 8-8l-8 8Zm0 0c0-5 3-8 8-8M9 10v.1M15 9v.1M8.500 14c1.5 1.5 3 1.8 4.5 1",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  why: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.500a2.5 2.5 0 1 1 3.6 2.200c-.8.4-1.1.9-1.1 1.800M12 16.800v.1",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }) {
  return <Stroke path={PATHS[name]} size={size} />;
}

export interface RoundProps extends ButtonHTMLAttributes {
  readonly icon: IconName;
  readonly title: string;
  /** For those who do not see it, where the title is not enough. */
  readonly label?: string;
  readonly iconSize?: number;
  readonly look?: "accent" | "small";
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Round({ icon, label, iconSize, look, children, ...rest }: RoundProps) {
  return (
    <button type="button" {...rest} class={styles.round} data-look={look}>
      <Icon name={icon} {...(iconSize === undefined ? {} : { size: iconSize })} />
      <span class="hidden-label">{label ?? rest.title}</span>
      {children}
    </button>
  );
}

const TINTS = ["#7a4fd6", "#b83b72", "#0b7a70", "#a84f08", "#2463c4", "#4b7410"];

/** The colour that belongs to this user or chat, for the style sheets. */
export function tintOf(id: number): { readonly "--tint": string } {
  return { "--tint": TINTS[Math.abs(id) % TINTS.length] ?? "" };
}

/** Initials on a colour that stays with the user or chat. */
export function Avatar(of: { readonly id: number; readonly name: string; readonly size: number }) {
  const words = of.name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.slice(0, 2).map((word) => word.charAt(0).toUpperCase());
  const style = { ...tintOf(of.id), "--size": `${of.size}px` };
  return (
    <span class={styles.initials} style={style} aria-hidden="true">
      {initials}
    </span>
  );
}

export function BotAvatar({ size }: { readonly size: number }) {
  return <img class={styles.avatar} src={botPicture} alt="" width={size} height={size} />;
}

/** "14:05" of Unix ms, where the visitor is. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" }).format(at);
}

export function dayName(at: number): string {
  if (new Date(at).toDateString() === new Date().toDateString()) return "Сегодня";
  return new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" }).format(at);
}
