/**
 * Text without what would command a terminal: a model's answer may hold escape sequences, and a terminal obeys them.
 * Line breaks and tabs stay. For terminals alone: what is piped on is passed as it came.
 */
export const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "");
