/** What a workspace argues, to be compared before and after a change that must not change it. */
import type { Entry } from "../../server/core/language/entry.ts";
import {
  importClosure,
  premisesOf,
  resolveBarePremise,
  sourceOf,
  speakersOf,
  stepsBearingOn,
  targetOf,
} from "../../server/core/language/graph.ts";
import { fileOf, referencesOf } from "../../server/core/language/map.ts";
import { isStep } from "../../server/core/language/vocabulary.ts";
import { resolvePath } from "../../server/workspace/paths.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";

/** Whether what a code action of this title does only puts things elsewhere, so that the argument stays the same. */
export const preservesArgument = (title: string): boolean =>
  /^(?:Extract into|Write the claim|Move it (?!up)|Sort|Name it)/.test(title);

/** What an entry says, as which it is known wherever it stands: a claim that is a premise elsewhere too. */
const describeEntry = (entry: Entry | undefined): string =>
  entry === undefined ? "nothing" : `${entry.head.keyword === "claim" ? "premise" : entry.head.keyword} ${entry.text}`;

/** All that the files say and what has to do with what, by what is said; where it stands and what it is called aside. */
export function argumentOf(workspace: Workspace): readonly string[] {
  const files = workspace.files();
  const relations: string[] = [];
  for (const file of files) {
    for (const entry of file.syntax.entries.values()) {
      const { head, attributes } = entry;
      if (head.keyword === "import" || head.form === "broken") continue;
      const subject =
        head.form === "bare"
          ? `use in ${describeEntry(entry.parent)} of ${describeEntry(resolveBarePremise(entry))}`
          : describeEntry(entry);
      if (head.form === "full") {
        relations.push(subject, ...speakersOf(entry).map((speaker) => `${subject} by ${describeEntry(speaker)}`));
        // Holders, sources and targets follow from more than the names in a head.
        for (const reference of referencesOf(entry)) {
          const target = targetOf(reference);
          const isTarget = reference.role === "for" || reference.role === "against";
          if (reference.role !== "by" && reference.role !== "quote" && !(isTarget && target !== undefined))
            relations.push(`${subject} ${reference.role} ${describeEntry(target)}`);
        }
        for (const { step } of stepsBearingOn(entry, files))
          relations.push(`${describeEntry(step)} bears on ${subject}`);
        if (isStep(head.keyword))
          for (const { claim } of premisesOf(entry)) relations.push(`${subject} rests on ${describeEntry(claim)}`);
        else if (entry.parent !== undefined && head.keyword !== "premise")
          relations.push(`${subject} under ${describeEntry(resolveBarePremise(entry.parent))}`);
      }
      if (head.keyword === "quote")
        relations.push(`${subject} from ${describeEntry(sourceOf(entry, importClosure(file)))}`);
      for (const { key, value } of attributes) {
        relations.push(`${subject} ${key} ${key === "file" ? resolvePath(fileOf(entry).uri, value) : value}`);
      }
    }
  }
  return relations.sort();
}
