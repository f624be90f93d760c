/** Describes the argument of a workspace, so that tests can check that an edit leaves it unchanged. */
import type { Entry } from "../../../server/core/language/entry.ts";
import {
  importClosure,
  premisesOf,
  resolveBarePremise,
  stepsTargeting,
  targetOf,
} from "../../../server/core/language/graph.ts";
import { fileOf, referencesOf } from "../../../server/core/language/map.ts";
import { sourceOf } from "../../../server/core/language/relations/quoteSources.ts";
import { speakersOf } from "../../../server/core/language/relations/speakers.ts";
import { isStep } from "../../../server/core/language/vocabulary.ts";
import { resolvePath } from "../../../server/workspace/files/paths.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";

/**
 * Whether a code action with this title only moves, sorts or names entries, so that the argument stays the same. Moving a
 * misplaced entry to the left edge takes it out of where it cannot be, which changes the argument.
 */
export const preservesArgument = (title: string): boolean =>
  /^(?:Extract into|Inline|Move (?!up|it to the left edge)|Remove indentation|Sort|Add name)/.test(title);

/** Describes an entry by its text. A claim counts as a premise, because it can be used as one. */
const describeEntry = (entry: Entry | undefined): string =>
  entry === undefined ? "nothing" : `${entry.head.keyword === "claim" ? "premise" : entry.head.keyword} ${entry.text}`;

/** Returns the entries of all files and the relations between them as sorted sentences, without positions and names. */
export function describeArgument(workspace: Workspace): readonly string[] {
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
        // Speakers, sources and targets also depend on nesting, so they are compared separately.
        for (const reference of referencesOf(entry)) {
          const target = targetOf(reference);
          const isTarget = reference.role === "for" || reference.role === "against";
          if (reference.role !== "by" && reference.role !== "quote" && !(isTarget && target !== undefined))
            relations.push(`${subject} ${reference.role} ${describeEntry(target)}`);
        }
        for (const { step, side } of stepsTargeting(entry, files))
          relations.push(`${describeEntry(step)} is ${side} ${subject}`);
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
