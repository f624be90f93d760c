import type { Entry } from "../../../language/entry.ts";
import { contradictionsIn, inDocumentOrder, namedTargets, speakersOf, targetOf } from "../../../language/graph.ts";
import { definedName, fileOf, type ReferenceRole, referencesOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import type { CheckContext, CheckFinding, FileCheck } from "../../check.ts";
import { capitalise, entryLabel } from "../../support/messages.ts";

/** A speaker who takes two stands that do not go together. */
export const inconsistentSpeaker: FileCheck = {
  code: "inconsistent-speaker",
  severity: "warning",
  title: "A speaker whose stands do not go together",
  scope: "file",
  *check(context) {
    yield* endorsedAndRejected(context);
    yield* endorsedContradictions(context);
  },
};

/** Claims that somebody both holds or accepts and rejects. */
function* endorsedAndRejected({ file }: CheckContext): Iterable<CheckFinding> {
  for (const claim of file.entriesWithRole("rejected-by")) {
    const endorsers = endorsersOf(claim);
    for (const speaker of namedTargets(claim, "rejected-by")) {
      if (!endorsers.has(speaker)) continue;
      yield {
        at: clauseNameSpan(claim, speaker, "rejected-by"),
        entry: claim,
        message: `${nameOf(speaker)} both ${endorsers.get(speaker)} and rejects this claim. Take one of the two out.`,
        related: [{ entry: speaker, message: `The ${speaker.head.keyword} is described here` }],
      };
    }
  }
}

/** Claims that contradict each other, both held or accepted by one and the same. */
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
        message: `${nameOf(speaker)} ${endorsers.get(speaker)} this claim and ${verb} ${entryLabel(other)}, and the two contradict each other. See whether ${nameOf(speaker)} means both.`,
        related: [{ entry: other, message: `${capitalise(entryLabel(other))} is here` }],
      };
    }
  }
}

/** Who holds or accepts a claim, and which of the two. */
function endorsersOf(claim: Entry): ReadonlyMap<Entry, "holds" | "accepts"> {
  return new Map([
    ...namedTargets(claim, "accepted-by").map((one) => [one, "accepts"] as const),
    ...speakersOf(claim).map((one) => [one, "holds"] as const),
  ]);
}

const nameOf = (speaker: Entry): string => `“${definedName(speaker)?.text}”`;

/** Where a claim names a speaker in one of these clauses; its head where it takes its speaker from above. */
function clauseNameSpan(claim: Entry, speaker: Entry, ...roles: readonly ReferenceRole[]): Span {
  const reference = referencesOf(claim).find((one) => roles.includes(one.role) && targetOf(one) === speaker);
  if (reference === undefined) return headSpan(claim);
  return { line: claim.line, start: reference.name.start, end: reference.name.end };
}
