import type { Entry } from "../../../language/entry.ts";
import { premisesOf } from "../../../language/graph.ts";
import type { MapFile } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { sourceOf } from "../../../language/relations/quoteSources.ts";
import { speakersOf } from "../../../language/relations/speakers.ts";
import { premiseUses, stepsOnSide } from "../../../language/relations/wordings.ts";
import type { EvaluationCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** A conclusion for which only one source is quoted, in all of its support. */
export const singleSource: EvaluationCheck = {
  code: "single-source",
  severity: "hint",
  offByDefault: true,
  title: "A conclusion that depends on one source alone",
  noFix: "Only the writer can find a second source.",
  scope: "evaluation",
  *check({ file, files }) {
    // Saves the walk through the support of each claim.
    if (files.every((one) => one.entriesOf("source").size === 0)) return;
    for (const claim of file.entriesOf("claim")) {
      if (claim.head.form !== "full" || premiseUses(claim, files).length > 0) continue;
      const [source, ...others] = sourcesUnder(claim, files);
      if (source === undefined || others.length > 0) continue;
      yield {
        at: headSpan(claim),
        entry: claim,
        message: `All that is quoted for this claim comes from ${entryLabel(source)}. Quote a second source, or say in a note why one is enough.`,
        related: [{ entry: source, message: "The only source is here" }],
      };
    }
  },
};

/** Returns the sources that are quoted or speak for a claim, for its reasons and their premises, and for the reasons of these. */
function sourcesUnder(claim: Entry, files: readonly MapFile[]): ReadonlySet<Entry> {
  const sources = new Set<Entry>();
  const support = new Set([claim]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const entry of support) {
    for (const child of entry.children) {
      const source = child.head.keyword === "quote" ? sourceOf(child, files) : undefined;
      if (source !== undefined) sources.add(source);
    }
    for (const speaker of speakersOf(entry)) if (speaker.head.keyword === "source") sources.add(speaker);
    for (const reason of stepsOnSide(entry, "for", files)) {
      support.add(reason);
      for (const { claim: premise } of premisesOf(reason)) if (premise !== undefined) support.add(premise);
    }
    if (sources.size > 1) break;
  }
  return sources;
}
