/** Sizes shared by all cards, in pixels. `label` and `body` are the baselines of the label and the first line of text. */

export const cardSizes = { width: 250, left: 15, right: 13, label: 18, body: 35, line: 17, paragraph: 6, bottom: 12 };
export const pillSizes = { height: 26, side: 13, gap: 8 };
/** A row of an outline. Its sign is in the margin, between the fold handle and the text. */
export const rowSizes = { left: 40, sign: 22, right: 10, body: 18, bottom: 9 };
export const fontSize = { label: 11, body: 13, footer: 11 };
/** A critical question is a side note: narrower, with smaller text. */
export const criticalQuestionSizes = { width: 200, line: 16, size: 12 };
export const footerLineHeight = { plain: 15, boxed: 18, first: 2 };
