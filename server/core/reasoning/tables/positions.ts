/** The positions that speakers take on the statements of a map. */

import { type Entry, entriesInOrder } from "../../language/entry.ts";
import { inDocumentOrder, namedTargets } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { contradictionGroupsIn } from "../../language/relations/claimRelations.ts";
import { dateOf, endorsersOf, haveDifferentDates, speakersOf } from "../../language/relations/speakers.ts";
import { isWrittenOutClaim, mainWordingOf, stepsOnSide, wordingsOf } from "../../language/relations/wordings.ts";

export type Stance = "holds" | "accepts" | "rejects" | "argues for" | "objects";

/** The position of a speaker on a statement. */
export interface SpeakerPosition {
  readonly speaker: Entry;
  readonly stance: Stance;
  /** The entry that says so: a wording of the statement, a reason for it or an objection to it. */
  readonly saidIn: Entry;
  readonly date: string | undefined;
}

/** A statement in its main wording, with the positions on it from the earliest date to the latest. */
export interface DisputedStatement {
  readonly statement: Entry;
  readonly positions: readonly SpeakerPosition[];
}

/** Whether a stance is in favor of the statement. */
export const isFavorable = (stance: Stance): boolean => stance !== "rejects" && stance !== "objects";

/** Returns the statements on which someone takes a position, in the order of the text. */
export function statementsWithPositions(files: readonly MapFile[]): readonly DisputedStatement[] {
  const all = files.flatMap((file) => [...entriesInOrder(file.syntax)].filter(isWrittenOutClaim));
  return inDocumentOrder(all, files)
    .filter((entry) => mainWordingOf(entry, files) === entry)
    .map((statement) => ({ statement, positions: positionsOn(statement, files) }))
    .filter(({ positions }) => positions.length > 0);
}

function positionsOn(statement: Entry, files: readonly MapFile[]): readonly SpeakerPosition[] {
  const stated = wordingsOf(statement, files).flatMap((wording): readonly SpeakerPosition[] => {
    const date = dateOf(wording);
    const position = (speaker: Entry, stance: Stance): SpeakerPosition => ({ speaker, stance, saidIn: wording, date });
    return [
      ...Array.from(endorsersOf(wording), ([speaker, stance]) => position(speaker, stance)),
      ...namedTargets(wording, "rejected-by").map((speaker) => position(speaker, "rejects")),
    ];
  });
  // Speakers who hold a statement argue for it anyway, and those who reject it object to it.
  const isSaid = (speaker: Entry, isFor: boolean): boolean =>
    stated.some((position) => position.speaker === speaker && isFavorable(position.stance) === isFor);
  const argued = (["for", "against"] as const).flatMap((side) =>
    stepsOnSide(statement, side, files).flatMap((step) =>
      speakersOf(step)
        .filter((speaker) => !isSaid(speaker, side === "for"))
        .map((speaker): SpeakerPosition => {
          const stance = side === "for" ? "argues for" : "objects";
          return { speaker, stance, saidIn: step, date: dateOf(step) };
        }),
    ),
  );
  return [...stated, ...argued].sort((a, b) => compareDates(a.date, b.date));
}

/** Values without a date come first. */
const compareDates = (a: string | undefined, b: string | undefined): number =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;

/** Two statements that contradict each other, and that one speaker holds or accepts. */
export interface SpeakerContradiction {
  readonly speaker: Entry;
  /** In their main wordings; if they were said at different dates, the earlier one first. */
  readonly statements: readonly [Entry, Entry];
  /** Whether they were said at different dates, so that it may be a change of mind. */
  readonly isChangeOfMind: boolean;
}

/** Returns the contradictions between what a speaker holds or accepts. */
export function speakerContradictionsIn(files: readonly MapFile[]): readonly SpeakerContradiction[] {
  const found: SpeakerContradiction[] = [];
  for (const group of contradictionGroupsIn(files)) {
    for (const [speaker, endorsed] of endorsementsIn(group, files)) {
      for (const [index, first] of endorsed.entries()) {
        for (const second of endorsed.slice(index + 1)) {
          if (first.statement === second.statement) continue;
          const isChangeOfMind = haveDifferentDates(first.wording, second.wording);
          const isReversed = isChangeOfMind && compareDates(dateOf(first.wording), dateOf(second.wording)) > 0;
          const [earlier, later] = isReversed ? [second, first] : [first, second];
          found.push({ speaker, statements: [earlier.statement, later.statement], isChangeOfMind });
        }
      }
    }
  }
  return found;
}

interface Endorsement {
  readonly statement: Entry;
  readonly wording: Entry;
}

function endorsementsIn(
  group: readonly Entry[],
  files: readonly MapFile[],
): ReadonlyMap<Entry, readonly Endorsement[]> {
  const bySpeaker = new Map<Entry, Endorsement[]>();
  for (const statement of inDocumentOrder(group, files)) {
    for (const wording of wordingsOf(statement, files)) {
      for (const speaker of endorsersOf(wording).keys()) {
        const known = bySpeaker.get(speaker) ?? [];
        bySpeaker.set(speaker, known);
        known.push({ statement, wording });
      }
    }
  }
  return bySpeaker;
}
