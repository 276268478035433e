// How long texts of faq.yaml may be, in UTF-16 units: also for pages that say so before anything is sent.

export const MAX_QUESTION_LENGTH = 200;
/** A label on a phone; MAX takes 128 characters but shows far fewer. */
export const MAX_BUTTON_LENGTH = 64;
