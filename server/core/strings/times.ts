/** Times of spoken words, as in `00:12:31`. */

const TIME = String.raw`(?:(\d+):)?([0-5]?\d):([0-5]\d)`;
const TIME_RANGE = new RegExp(String.raw`^${TIME}(?:\s*[-–—]\s*${TIME})?$`);

/** A range of times in whole seconds; both are the same for a single time. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Parses “00:12:31”, “12:31” or “12:31–12:40”; undefined for anything else, and for a range that runs backwards. */
export function parseTimes(value: string): TimeRange | undefined {
  const parts = TIME_RANGE.exec(value.trim());
  if (parts === null) return undefined;
  const from = secondsOf(parts.slice(1, 4));
  const to = parts[5] === undefined ? from : secondsOf(parts.slice(4));
  return from <= to ? { from, to } : undefined;
}

const secondsOf = ([hours = "0", minutes = "0", seconds = "0"]: readonly (string | undefined)[]): number =>
  3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);

/** Returns a time as `hh:mm:ss`, rounded down. */
export function timeLabel(seconds: number): string {
  const whole = Math.floor(seconds);
  return [whole / 3600, (whole / 60) % 60, whole % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}
