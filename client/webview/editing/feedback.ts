/** What is told of edits that cannot be, and the words that are nowhere else any more. Pure. */
import type { Draft } from "./draft.ts";

export interface Telling {
  /** Why something cannot be; goes with the next thing that is done. */
  readonly told: string | undefined;
  /** What has become of words that are nowhere else any more, with these words; until the user puts them away. */
  readonly lost: readonly string[];
}

/** Tells why something cannot be. What has been written for it and has no place any more is kept in that. */
export function losing<T extends Telling>(telling: T, why: string, ...drafts: readonly (Draft | undefined)[]): T {
  const words = drafts.flatMap((draft) => draft?.text.trim() || []);
  if (words.length === 0) return { ...telling, told: why };
  const said = `${why} You wrote: ${words.map((each) => `“${each}”`).join(" ")}`;
  return { ...telling, lost: [...telling.lost, said] };
}
