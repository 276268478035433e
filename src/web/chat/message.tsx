// One message of the chat: author, bubble, what is attached, time, and the buttons under it.
import type { ChatMessage, Quoted } from "../../preview/people/chat-message.ts";
import { Keyboard } from "../shared/max/keyboard.tsx";
import { Bubble, BubbleText, type Side } from "../shared/max/message.tsx";
import { press } from "./acting.ts";
import { goTo } from "./in-sight.ts";
import { MediaCard } from "./media.tsx";
import { openMenu } from "./menu.tsx";
import { messageMenu } from "./message-menu.ts";
import * as styles from "./chat-message.module.css";
import { Round } from "../shared/parts/button.tsx";
import { Avatar, BotAvatar, clockTime, tintOf } from "./parts.tsx";
import { askedMid, isGroup, isMine, pressed } from "./state.ts";

const PICTURE_PX = 34;

export interface MessageProps {
  readonly message: ChatMessage;
  readonly isChanged: boolean;
  /** The one before is of the same author. */
  readonly isFollowing: boolean;
}

export function Message({ message, isChanged, isFollowing }: MessageProps) {
  const { mid, sender, isFromBot, media, keyboard } = message;
  const side: Side = isMine(message) ? "me" : isFromBot ? "bot" : "other";
  return (
    <li
      class={styles.message}
      data-mid={mid}
      data-from={side}
      data-follows={isFollowing ? "" : undefined}
      data-changed={isChanged ? "" : undefined}
      data-asked={askedMid.value === mid ? "" : undefined}
    >
      <div class={styles.row}>
        {isGroup.value && side !== "me" ? (
          <span class={styles.picture}>
            {isFromBot ? (
              <BotAvatar size={PICTURE_PX} />
            ) : (
              <Avatar id={sender.userId} name={sender.name} size={PICTURE_PX} />
            )}
          </span>
        ) : null}
        <Bubble side={side} isBare={media.some(({ kind }) => kind === "sticker")}>
          <Author message={message} side={side} />
          <Content message={message} />
          <Stamp message={message} />
        </Bubble>
        <span class={styles.more}>
          <Round
            icon="more"
            iconSize={18}
            title="Действия"
            label="Действия с сообщением"
            aria-haspopup="menu"
            onClick={({ currentTarget }) => openMenu(currentTarget, messageMenu(message))}
          />
        </span>
      </div>
      {keyboard.length === 0 ? null : (
        <div class={styles.keyboard}>
          <Keyboard rows={keyboard} pressed={pressed.value.get(mid)} onPress={(button) => void press(mid, button)} />
        </div>
      )}
    </li>
  );
}

/** Who wrote it: for all to see in a group, for a screen reader everywhere. */
function Author({ message, side }: { readonly message: ChatMessage; readonly side: Side }) {
  const { sender, isFromBot } = message;
  if (side === "me") return <span class="hidden-label">Вы: </span>;
  if (!isGroup.value) return <span class="hidden-label">{isFromBot ? "Бот: " : `${sender.name}: `}</span>;
  return (
    <span
      class={isFromBot ? styles.author : styles.tintedAuthor}
      data-author
      style={isFromBot ? undefined : tintOf(sender.userId)}
    >
      {sender.name}
    </span>
  );
}

function Content({ message }: { readonly message: ChatMessage }) {
  const { text, markup, media, forwarded, replied } = message;
  return (
    <>
      {replied === undefined ? null : <Quote replied={replied} />}
      {media.map((one, at) => (
        <MediaCard key={at} media={one} />
      ))}
      {forwarded === undefined ? null : (
        <blockquote class={styles.forwarded}>
          <span class={styles.from}>Переслано от: {forwarded.from}</span>
          {forwarded.media.map((one, at) => (
            <MediaCard key={at} media={one} />
          ))}
          <BubbleText text={forwarded.text} markup={forwarded.markup} />
        </blockquote>
      )}
      {text === "" ? null : <BubbleText text={text} markup={markup} />}
    </>
  );
}

function Quote({ replied: { mid, from, text } }: { readonly replied: Quoted }) {
  return (
    <button class={styles.replied} type="button" title="К этому сообщению" onClick={() => goTo(mid)}>
      <span class={styles.from}>{from}</span>
      <span class={styles.repliedText}>{text === "" ? "Вложение" : text}</span>
    </button>
  );
}

function Stamp({ message: { timestamp, isEdited } }: { readonly message: ChatMessage }) {
  return (
    <span class={styles.stamp}>
      {isEdited ? <span>изменено </span> : null}
      <time dateTime={new Date(timestamp).toISOString()}>{clockTime(timestamp)}</time>
    </span>
  );
}
