// What only closes a talk («поняла, спрошу у классной», «да, это и хотела»): it asks nothing, so it is no question.
import { foldCase, wordsOf } from "../text/normalise.ts";

/** First words, folded, of a clause that takes note, and those that do so only alone. */
const TAKES_NOTE =
  /^(?:понял[аио]?|понятно|ясно|ок|окей|ага|угу|спасибо|спасибочки|спс|благодарю|жаль|наш(?:ел|ла|ли))$/u;
const TAKES_NOTE_ALONE = /^(?:да|все|хорошо|ладно|отлично|супер|вижу|увидела?|прочитала?)$/u;
const SIGHS = /^(?:а|ну|эх|о|ой|ах|ахаха)$/u;
/** Whatever else is in it, this goes on asking. */
const ASKS =
  /\?|(?<!\p{L})(?:как|где|куда|когда|кто|кому|почему|зачем|сколько|как(?:ой|ая|ое|ие|ую)|ли|но|если|можно|нужн[оаы]|надо|хочу|скажите|подскажите|расскажите|объясните|помогите|что (?:делать|за|если|дальше|теперь))(?!\p{L})/u;
const DENIES = /(?<!\p{L})(?:не|нет|ничего)(?!\p{L})/u;

/** Of a message that follows a reply. Takes no notice of typing errors. */
export function isRemark(message: string): boolean {
  const text = foldCase(message);
  if (ASKS.test(text)) return false;
  const clauses = text.split(/[.,!;:\n—]+/u).filter((clause) => wordsOf(clause).length > 0);
  return takesNote(clauses[0]) || (takesNote(clauses.at(-1)) && !DENIES.test(text));
}

function takesNote(clause = ""): boolean {
  const [first = "", ...others] = wordsOf(clause).filter((word) => !SIGHS.test(word));
  return TAKES_NOTE.test(first) || (others.length === 0 && TAKES_NOTE_ALONE.test(first));
}
