/** Guesses what an invalid value of an attribute was meant as. The guesses need not be valid: `values.ts` filters them. */

const ABOUT = /^(?:~|≈|about|approximately|approx\.|around|circa|ca\.|c\.)\s*/i;
const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const PERCENT_WORD = String.raw`\s*(?:%|percent|per cent|pct\.?)?`;
const SINGLE = new RegExp(`^${NUMBER}${PERCENT_WORD}$`, "i");
const RANGE = new RegExp(
  `^(?:between\\s+|from\\s+)?${NUMBER}${PERCENT_WORD}\\s*(?:[-–—]|to|and)\\s*${NUMBER}${PERCENT_WORD}$`,
  "i",
);

/** `0.72`, `70`, `~70%` and `70 per cent` as percentages. A number up to 1 is a share. */
export function correctPercentage(value: string): readonly string[] {
  const [, number] = SINGLE.exec(value.trim().replace(ABOUT, "")) ?? [];
  return number === undefined ? [] : [`${toPercent(number, isShare(number) && !/%|cent|pct/i.test(value))}%`];
}

/** `0.55-0.8`, `55–80`, `55% - 80%`, `55 to 80 per cent` and `80-55%` as ranges of percentages. */
export function correctRange(value: string): readonly string[] {
  const [, from, to] = RANGE.exec(value.trim().replace(ABOUT, "")) ?? [];
  if (from === undefined || to === undefined) return [];
  const areShares = isShare(from) && isShare(to) && !/%|cent|pct/i.test(value);
  const [low, high] = [toPercent(from, areShares), toPercent(to, areShares)].sort((a, b) => Number(a) - Number(b));
  return [`${low}-${high}%`];
}

const isShare = (number: string): boolean => Number(number.replace(",", ".")) <= 1;

/** A number in percent, without the noise of binary fractions: 0.07 is 7, not 7.000000000000001. */
const toPercent = (number: string, isOfOne: boolean): string =>
  isOfOne ? `${Number((Number(number.replace(",", ".")) * 100).toFixed(6))}` : number.replace(",", ".");

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** `12 March 2024`, `March 12, 2024`, `March 2024`, `12.3.2024`, `2024/03/12` and `3/12/2024` as dates. */
export function correctDate(value: string): readonly string[] {
  const date = value.trim().replaceAll(/(\d)(?:st|nd|rd|th)\b/g, "$1");
  const dayFirst = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,})\.?,?\s+(\d{4})$/u.exec(date);
  if (dayFirst !== null) return written(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(date);
  if (monthFirst !== null) return written(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const yearFirst = /^(\d{4})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?$/.exec(date);
  if (yearFirst !== null) return written(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const yearLast = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})$/.exec(date);
  if (yearLast === null) return [];
  const [, first = "", separator, second = "", year] = yearLast;
  const dayThenMonth = written(year, Number(second), first);
  // With full stops, the day comes first everywhere. With other signs, both orders are in use.
  return separator === "." || first === second
    ? dayThenMonth
    : [...dayThenMonth, ...written(year, Number(first), second)];
}

/** Returns the number of a month from its English name, or at least its first three letters; 0 if it is none. */
const monthNumber = (name = ""): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

function written(year: string | undefined, month: number, day: string | undefined): readonly string[] {
  if (year === undefined || month === 0) return [];
  const parts = [year, `${month}`, ...(day === undefined ? [] : [day])];
  return [parts.map((part) => part.padStart(2, "0")).join("-")];
}
