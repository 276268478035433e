// The page the poster is drawn on. Lengths are millimetres of A4.

export const PAGE = { width: 210, height: 297, middle: 105 } as const;

/** Dark enough to be read when a school prints in black only. */
export const ACCENT = "#1d4fa0";
export const PALE_ACCENT = "#edf2fb";
