import type { Entry } from "../language/entry.ts";
import { inOrder, named, targetsOf, usersOf } from "../language/graph.ts";
import { fileOf } from "../language/map.ts";
import { headSpan } from "../language/problem.ts";
import type { Context, FileCheck } from "./check.ts";
import { label } from "./words.ts";

/** A claim that speaks for something in one place and against it in another. */
export const forAndAgainst: FileCheck = {
  code: "for-and-against",
  severity: "warning",
  title: "A claim used for and against one thing",
  scope: "file",
  *check(context) {
    const claims = new Set([...context.file.entriesWith("premise")].flatMap((use) => named(use, "premise")));
    for (const claim of claims) {
      for (const { target, reasons, objections } of usesByTarget(claim, context)) {
        const [reason] = reasons;
        const [objection] = objections;
        if (reason === undefined || objection === undefined) continue;
        // Told where the objection is, or where the reason is if that alone is in this file.
        const here = (use: Entry): boolean => fileOf(use) === context.file && use.head.form !== "broken";
        const [told, other] = objections.some(here)
          ? [objections.filter(here), reason]
          : [reasons.filter(here), objection];
        for (const use of told) {
          yield {
            at: headSpan(use),
            entry: use,
            message: `${label(claim)} is used both for and against ${label(target)}. See whether both are meant; one of the two may want another premise.`,
            related: [{ entry: other, message: `Used ${other === reason ? "for" : "against"} it here` }],
          };
        }
      }
    }
  },
};

interface Uses {
  readonly target: Entry;
  readonly reasons: Entry[];
  readonly objections: Entry[];
}

/** The places where a claim is a premise, by what the steps there bear on. */
function usesByTarget(claim: Entry, { files }: Context): Iterable<Uses> {
  const byTarget = new Map<Entry, Uses>();
  const uses = usersOf(claim, files);
  for (const use of inOrder(new Set(uses.map((one) => one.use)), files)) {
    const step = use.parent;
    if (step === undefined) continue;
    for (const target of targetsOf(step)) {
      const at = byTarget.get(target) ?? { target, reasons: [], objections: [] };
      byTarget.set(target, at);
      if (step.head.keyword === "reason") at.reasons.push(use);
      if (step.head.keyword === "objection") at.objections.push(use);
    }
  }
  return byTarget.values();
}
