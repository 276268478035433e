// Under which the metrics of this program are found among those of others.
export const PREFIX = "max_faq_bot_";
