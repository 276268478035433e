// Message ids in the form MAX gives them: the chat and the sequence number, 16 hex digits each.

const COUNTER_BITS = 16n;
const COUNTER_MASK = 0xff_ffn;

function hex(value: bigint): string {
  return BigInt.asUintN(64, value).toString(16).padStart(16, "0");
}

/**
 * `seq` is the time with a counter in its low 16 bits, as in captured messages. It exceeds 2^53, so in
 * JavaScript it is not exact; that is so with the real MAX too, only `mid` identifies a message.
 */
export function messageId(
  chatId: number,
  timestampMs: number,
  ordinal: number,
): { readonly mid: string; readonly seq: number } {
  // oxlint-disable-next-line no-bitwise
  const seq = (BigInt(timestampMs) << COUNTER_BITS) | (BigInt(ordinal) & COUNTER_MASK);
  return { mid: `mid.${hex(BigInt(chatId))}${hex(seq)}`, seq: Number(seq) };
}
