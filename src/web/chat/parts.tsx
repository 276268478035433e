// What the page is made of in many places: round pictures, times.
import botPicture from "../shared/bot.svg";
import * as styles from "./chat-parts.module.css";

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
