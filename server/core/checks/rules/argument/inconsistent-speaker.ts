import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, namedTargets, targetOf } from "../../../language/graph.ts";
import { definedName, fileOf, type MapFile, referencesOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { endorsersOf, haveDifferentDates } from "../../../language/relations/speakers.ts";
import { wordingsOf } from "../../../language/relations/wordings.ts";
import type { Span } from "../../../language/syntax.ts";
import type { ReferenceRole } from "../../../language/vocabulary.ts";
import { capitalize } from "../../../strings/english.ts";
import type { CheckContext, CheckFinding, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A speaker whose positions are inconsistent. */
export const inconsistentSpeaker: FileCheck = {
  code: "inconsistent-speaker",
  severity: "warning",
  title: "A speaker whose positions are inconsistent",
  noFix: "It may be what the speaker says; otherwise only the writer knows which clause is wrong.",
  scope: "file",
  *check(context) {
    yield* endorsedAndRejected(context);
    yield* endorsedContradictions(context);
  },
};

/** Finds claims that a speaker rejects but also holds or accepts. */
function* endorsedAndRejected({ file, files }: CheckContext): Iterable<CheckFinding> {
  for (const claim of file.entriesWithRole("rejected-by")) {
    for (const speaker of namedTargets(claim, "rejected-by")) {
      const wordings = wordingsOf(claim, files);
      const endorsed = wordings.find((one) => endorsersOf(one).has(speaker) && !haveDifferentDates(claim, one));
      if (endorsed === undefined) continue;
      const other = endorsed === claim ? "" : ` in another wording (${entryLabel(endorsed)})`;
      yield {
        at: clauseNameSpan(claim, speaker, "rejected-by"),
        entry: claim,
        message: `${nameOf(speaker)} both ${endorsersOf(endorsed).get(speaker)} and rejects this claim${other}. Remove one of these positions.`,
        related: [{ entry: speaker, message: `The ${speaker.head.keyword} is defined here` }],
      };
    }
  }
}

/** Finds contradictory claims that the same speaker holds or accepts, unless at different dates. */
function* endorsedContradictions({ file, files, contradictionGroups }: CheckContext): Iterable<CheckFinding> {
  // Without a speaker, there is nobody to be inconsistent.
  const hasPositions = files.some(
    (one) => one.entriesWithRole("by").size > 0 || one.entriesWithRole("accepted-by").size > 0,
  );
  if (!hasPositions) return;
  for (const group of contradictionGroups()) {
    const positions = new Map<Entry, Position[]>();
    const wordings = group.flatMap((claim) => wordingsOf(claim, files));
    for (const claim of inDocumentOrder(new Set(wordings), files)) {
      for (const [speaker, verb] of endorsersOf(claim)) {
        const known = positions.get(speaker) ?? [];
        positions.set(speaker, known);
        known.push({ claim, verb });
      }
    }
    for (const [speaker, all] of positions) yield* inconsistencies(speaker, all, file, files);
  }
}

/** A claim that a speaker holds or accepts. */
interface Position {
  readonly claim: Entry;
  readonly verb: "holds" | "accepts";
}

/**
 * Reports each position in the file with the first one that it contradicts: an earlier one in the file, or one in another
 * file.
 */
function* inconsistencies(
  speaker: Entry,
  positions: readonly Position[],
  file: MapFile,
  files: readonly MapFile[],
): Iterable<CheckFinding> {
  const earlier = positions.filter(({ claim }) => fileOf(claim) !== file);
  for (const position of positions) {
    const { claim, verb } = position;
    if (fileOf(claim) !== file) continue;
    const own = wordingsOf(claim, files);
    const other = earlier.find((one) => !own.includes(one.claim) && !haveDifferentDates(claim, one.claim));
    if (other !== undefined && claim.head.form !== "broken") {
      yield {
        at: clauseNameSpan(claim, speaker, "by", "accepted-by"),
        entry: claim,
        message: `${nameOf(speaker)} ${verb} this claim and ${other.verb} ${entryLabel(other.claim)}, but the two contradict each other. If ${nameOf(speaker)} means both, leave it; after a change of mind, give each a “date”.`,
        related: [{ entry: other.claim, message: `${capitalize(entryLabel(other.claim))} is here` }],
      };
    }
    earlier.push(position);
  }
}

const nameOf = (speaker: Entry): string => `“${definedName(speaker)?.text}”`;

/** Returns the span of a speaker's name in one of these clauses, or of the head if the speaker is inherited. */
function clauseNameSpan(claim: Entry, speaker: Entry, ...roles: readonly ReferenceRole[]): Span {
  const reference = referencesOf(claim).find((one) => roles.includes(one.role) && targetOf(one) === speaker);
  if (reference === undefined) return headSpan(claim);
  return { line: claim.line, start: reference.name.start, end: reference.name.end };
}
