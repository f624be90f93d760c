import type { Entry } from "../../../language/entry.ts";
import { contradictionsIn, inDocumentOrder, namedTargets, speakersOf, targetOf } from "../../../language/graph.ts";
import { definedName, fileOf, type ReferenceRole, referencesOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import { capitalise } from "../../../strings/english.ts";
import type { CheckContext, CheckFinding, FileCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A speaker whose positions are inconsistent. */
export const inconsistentSpeaker: FileCheck = {
  code: "inconsistent-speaker",
  severity: "warning",
  title: "A speaker whose positions are inconsistent",
  scope: "file",
  *check(context) {
    yield* endorsedAndRejected(context);
    yield* endorsedContradictions(context);
  },
};

/** Finds claims that a speaker rejects but also holds or accepts. */
function* endorsedAndRejected({ file }: CheckContext): Iterable<CheckFinding> {
  for (const claim of file.entriesWithRole("rejected-by")) {
    const endorsers = endorsersOf(claim);
    for (const speaker of namedTargets(claim, "rejected-by")) {
      if (!endorsers.has(speaker)) continue;
      yield {
        at: clauseNameSpan(claim, speaker, "rejected-by"),
        entry: claim,
        message: `${nameOf(speaker)} both ${endorsers.get(speaker)} and rejects this claim. Remove one of these positions.`,
        related: [{ entry: speaker, message: `The ${speaker.head.keyword} is defined here` }],
      };
    }
  }
}

/** Finds pairs of contradictory claims that the same speaker holds or accepts. */
function* endorsedContradictions({ file, files }: CheckContext): Iterable<CheckFinding> {
  for (const pair of contradictionsIn(files)) {
    const claimsInFile = inDocumentOrder(pair, files).filter(
      (one) => fileOf(one) === file && one.head.form !== "broken",
    );
    const claim = claimsInFile.at(-1);
    const other = pair.find((one) => one !== claim);
    if (claim === undefined || other === undefined) continue;
    const endorsers = endorsersOf(claim);
    for (const [speaker, verb] of endorsersOf(other)) {
      if (!endorsers.has(speaker)) continue;
      yield {
        at: clauseNameSpan(claim, speaker, "by", "accepted-by"),
        entry: claim,
        message: `${nameOf(speaker)} ${endorsers.get(speaker)} this claim and ${verb} ${entryLabel(other)}, but the two contradict each other. Check whether ${nameOf(speaker)} means both.`,
        related: [{ entry: other, message: `${capitalise(entryLabel(other))} is here` }],
      };
    }
  }
}

/** Returns the speakers who hold or accept a claim. */
function endorsersOf(claim: Entry): ReadonlyMap<Entry, "holds" | "accepts"> {
  return new Map([
    ...namedTargets(claim, "accepted-by").map((one) => [one, "accepts"] as const),
    ...speakersOf(claim).map((one) => [one, "holds"] as const),
  ]);
}

const nameOf = (speaker: Entry): string => `“${definedName(speaker)?.text}”`;

/** Returns the span of a speaker's name in one of these clauses, or of the head if the speaker is inherited. */
function clauseNameSpan(claim: Entry, speaker: Entry, ...roles: readonly ReferenceRole[]): Span {
  const reference = referencesOf(claim).find((one) => roles.includes(one.role) && targetOf(one) === speaker);
  if (reference === undefined) return headSpan(claim);
  return { line: claim.line, start: reference.name.start, end: reference.name.end };
}
