// What is attached to a message: pictures and files to open, the rest as a sign.
import type { ChatMedia } from "../../preview/people/chat-message.ts";
import * as styles from "./chat-message.module.css";
import { Icon, type IconName } from "../shared/parts/icon.tsx";

interface Sign {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: number;
}

const SIGNS: Readonly<Record<string, Sign>> = {
  image: { icon: "photo", label: "Фотография", size: 40 },
  sticker: { icon: "sticker", label: "Стикер", size: 96 },
  audio: { icon: "voice", label: "Голосовое сообщение" },
  video: { icon: "play", label: "Видео" },
  file: { icon: "file", label: "Файл" },
};
const OTHER: Sign = { icon: "plus", label: "Вложение" };
const KILOBYTE = 1024;

type FileOf = NonNullable<ChatMedia["file"]>;

export function MediaCard({ media: { kind, file } }: { readonly media: ChatMedia }) {
  const { icon, label, size = 22 } = SIGNS[kind] ?? OTHER;
  if (kind === "image" && file !== undefined) return <Picture file={file} />;
  if (file !== undefined) return <FileCard icon={SIGNS[kind]?.icon ?? "file"} file={file} />;
  if (kind === "audio") return <VoiceCard label={label} />;
  return (
    <div class={styles.media} data-kind={kind}>
      <Icon name={icon} size={size} />
      <span>{label}</span>
    </div>
  );
}

function Picture({ file: { path, name } }: { readonly file: FileOf }) {
  return (
    <a class={styles.photo} href={path} target="_blank">
      <img src={path} alt={`Картинка ${name}`} />
    </a>
  );
}

function FileCard({ icon, file }: { readonly icon: IconName; readonly file: FileOf }) {
  const { path, name, sizeBytes } = file;
  return (
    <a class={styles.file} href={path} download={name}>
      <span class={styles.play}>
        <Icon name={icon} />
      </span>
      <span class={styles.fileAbout}>
        <strong>{name}</strong>
        <span>{Math.max(1, Math.round(sizeBytes / KILOBYTE))} КБ</span>
      </span>
    </a>
  );
}

function VoiceCard({ label }: { readonly label: string }) {
  return (
    <div class={styles.media}>
      <span class={styles.play}>
        <Icon name="play" />
      </span>
      <span class={styles.wave} role="img" aria-label={label}>
        {Array.from({ length: 24 }, (_, bar) => (
          <i key={bar} style={{ height: `${4 + ((bar * 7) % 11) + ((bar * 5) % 6)}px` }} />
        ))}
      </span>
      <span>0:04</span>
    </div>
  );
}
