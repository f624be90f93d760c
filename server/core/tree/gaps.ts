/** Gaps: parts that an entry still lacks. Unlike a problem, a gap is not a mistake but remaining work. */
export const gaps = ["unanswered", "unquoted"] as const;
/**
 * `unanswered`: an objection to which nothing objects, nor to any of its premises. `unquoted`: an entry without a quote, in
 * a map that has a source to quote from.
 */
export type Gap = (typeof gaps)[number];
