import { randomFrom } from "./random.ts";
import type { Edit } from "./subject.ts";

/**
 * One-character edits without end, at entries taken at random: a letter typed in the middle of an entry's text, then
 * taken back, then one at another entry. So the text keeps its size however many edits are made.
 */
export function* typing(text: string, seed = 7): Generator<Edit, never> {
  const random = randomFrom(seed);
  const places = placesIn(text);
  for (;;) {
    const place = places[random.below(places.length)];
    if (place === undefined) throw new Error("The text has no entry to type in.");
    yield { ...place, removed: 0, inserted: "x" };
    yield { ...place, removed: 1, inserted: "" };
  }
}

type Place = Pick<Edit, "offset" | "line" | "character">;

/** The middle of the text on each line that has a colon and text after it. */
function placesIn(text: string): Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const [line, words] of text.split("\n").entries()) {
    const from = words.indexOf(": ") + 2;
    const character = from + Math.floor((words.length - from) / 2);
    if (from >= 2 && !words.trimStart().startsWith("//")) places.push({ offset: start + character, line, character });
    start += words.length + 1;
  }
  return places;
}

/** The text after the edit. */
export function edited(text: string, { offset, removed, inserted }: Edit): string {
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}
