// @ts-check
// What is attached to a message: pictures and files to open, the rest as a sign.
import { element, icon } from "./element.js";

/** @typedef {import("./shapes.d.ts").ChatMedia} ChatMedia */

/** @type {Readonly<Record<string, readonly [icon: string, label: string]>>} */
const SIGNS = {
  image: ["photo", "Фотография"],
  sticker: ["sticker", "Стикер"],
  audio: ["voice", "Голосовое сообщение"],
  video: ["play", "Видео"],
  file: ["file", "Файл"],
};
const KILOBYTE = 1024;

/** @param {ChatMedia} media */
export function mediaCard({ kind, file }) {
  if (kind === "image" && file !== undefined) return picture(file);
  if (file !== undefined) return fileCard(kind, file);
  if (kind === "audio") return voiceCard();
  const [name, label] = SIGNS[kind] ?? ["attach", "Вложение"];
  return element("div", `media ${kind}`, icon(name), element("span", "", label));
}

/** @param {NonNullable<ChatMedia["file"]>} file */
function picture({ path, name }) {
  const image = element("img", "");
  image.src = path;
  image.alt = `Картинка ${name}`;
  const link = element("a", "picture", image);
  link.href = path;
  link.target = "_blank";
  return link;
}

/**
 * @param {string} kind
 * @param {NonNullable<ChatMedia["file"]>} file
 */
function fileCard(kind, { path, name, sizeBytes }) {
  const [sign] = SIGNS[kind] ?? ["file"];
  const size = `${Math.max(1, Math.round(sizeBytes / KILOBYTE))} КБ`;
  const about = element(
    "span",
    "file-about",
    element("strong", "", name),
    element("span", "", size),
  );
  const link = element("a", "media file-card", element("span", "play", icon(sign)), about);
  link.href = path;
  link.download = name;
  return link;
}

function voiceCard() {
  const wave = element("span", "wave");
  for (let bar = 0; bar < 24; bar += 1) {
    const line = element("i", "");
    line.style.height = `${4 + ((bar * 7) % 11) + ((bar * 5) % 6)}px`;
    wave.append(line);
  }
  wave.setAttribute("role", "img");
  wave.setAttribute("aria-label", "Голосовое сообщение");
  const play = element("span", "play", icon("play"));
  return element("div", "media audio", play, wave, element("span", "", "0:04"));
}
