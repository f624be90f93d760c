import type { Entry } from "../../../language/entry.ts";
import { contradictionsIn, heldBy, inOrder, named, targetOf } from "../../../language/graph.ts";
import { definedName, fileOf, type Role, referencesOf } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import type { Context, FileCheck, Finding } from "../../check.ts";
import { label, sentence } from "../../support/messages.ts";

/** A speaker who takes two stands that do not go together. */
export const inconsistentSpeaker: FileCheck = {
  code: "inconsistent-speaker",
  severity: "warning",
  title: "A speaker whose stands do not go together",
  scope: "file",
  *check(context) {
    yield* bothTakenAndRejected(context);
    yield* bothOfAContradiction(context);
  },
};

/** Claims that somebody both holds or accepts and rejects. */
function* bothTakenAndRejected({ file }: Context): Iterable<Finding> {
  for (const claim of file.entriesWith("rejected-by")) {
    const takers = takersOf(claim);
    for (const speaker of named(claim, "rejected-by")) {
      if (!takers.has(speaker)) continue;
      yield {
        at: stand(claim, speaker, "rejected-by"),
        entry: claim,
        message: `${nameOf(speaker)} both ${takers.get(speaker)} and rejects this claim. Take one of the two out.`,
        related: [{ entry: speaker, message: `The ${speaker.head.keyword} is described here` }],
      };
    }
  }
}

/** Claims that contradict each other, both held or accepted by one and the same. */
function* bothOfAContradiction({ file, files }: Context): Iterable<Finding> {
  for (const pair of contradictionsIn(files)) {
    const here = inOrder(pair, files).filter((one) => fileOf(one) === file && one.head.form !== "broken");
    const claim = here.at(-1);
    const other = pair.find((one) => one !== claim);
    if (claim === undefined || other === undefined) continue;
    const takers = takersOf(claim);
    for (const [speaker, word] of takersOf(other)) {
      if (!takers.has(speaker)) continue;
      yield {
        at: stand(claim, speaker, "by", "accepted-by"),
        entry: claim,
        message: `${nameOf(speaker)} ${takers.get(speaker)} this claim and ${word} ${label(other)}, and the two contradict each other. See whether ${nameOf(speaker)} means both.`,
        related: [{ entry: other, message: `${sentence(label(other))} is here` }],
      };
    }
  }
}

/** Who holds or accepts a claim, and which of the two. */
function takersOf(claim: Entry): ReadonlyMap<Entry, "holds" | "accepts"> {
  return new Map([
    ...named(claim, "accepted-by").map((one) => [one, "accepts"] as const),
    ...heldBy(claim).map((one) => [one, "holds"] as const),
  ]);
}

const nameOf = (speaker: Entry): string => `“${definedName(speaker)?.text}”`;

/** Where a claim names a speaker in one of these clauses; its head where it takes its speaker from above. */
function stand(claim: Entry, speaker: Entry, ...roles: readonly Role[]): Span {
  const reference = referencesOf(claim).find((one) => roles.includes(one.role) && targetOf(one) === speaker);
  if (reference === undefined) return headSpan(claim);
  return { line: claim.line, start: reference.name.start, end: reference.name.end };
}
