/** What a workspace argues, to be compared before and after a change that must not change it. */
import type { Entry } from "../../server/core/language/entry.ts";
import {
  bearingsOn,
  filesOf,
  heldBy,
  meant,
  premisesOf,
  sourceOf,
  targetOf,
} from "../../server/core/language/graph.ts";
import { fileOf, referencesOf } from "../../server/core/language/map.ts";
import { isStep } from "../../server/core/language/vocabulary.ts";
import { resolvePath } from "../../server/workspace/paths.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";

/** Whether what a code action of this title does only puts things elsewhere, so that the argument stays the same. */
export const isMove = (title: string): boolean =>
  /^(?:Extract into|Write the claim|Move it (?!up)|Sort|Name it)/.test(title);

/** What an entry says, as which it is known wherever it stands: a claim that is a premise elsewhere too. */
const saidBy = (entry: Entry | undefined): string =>
  entry === undefined ? "nothing" : `${entry.head.keyword === "claim" ? "premise" : entry.head.keyword} ${entry.text}`;

/** All that the files say and what has to do with what, by what is said; where it stands and what it is called aside. */
export function argumentOf(workspace: Workspace): readonly string[] {
  const files = workspace.files();
  const relations: string[] = [];
  for (const file of files) {
    for (const entry of file.syntax.entries.values()) {
      const { head, attributes } = entry;
      if (head.keyword === "import" || head.form === "broken") continue;
      const said = head.form === "bare" ? `use in ${saidBy(entry.parent)} of ${saidBy(meant(entry))}` : saidBy(entry);
      if (head.form === "full") {
        relations.push(said, ...heldBy(entry).map((speaker) => `${said} by ${saidBy(speaker)}`));
        // Holders, sources and targets follow from more than the names in a head.
        for (const reference of referencesOf(entry)) {
          const target = targetOf(reference);
          const isTarget = reference.role === "for" || reference.role === "against";
          if (reference.role !== "by" && reference.role !== "quote" && !(isTarget && target !== undefined))
            relations.push(`${said} ${reference.role} ${saidBy(target)}`);
        }
        for (const { step } of bearingsOn(entry, files)) relations.push(`${saidBy(step)} bears on ${said}`);
        if (isStep(head.keyword))
          for (const { claim } of premisesOf(entry)) relations.push(`${said} rests on ${saidBy(claim)}`);
        else if (entry.parent !== undefined && head.keyword !== "premise")
          relations.push(`${said} under ${saidBy(meant(entry.parent))}`);
      }
      if (head.keyword === "quote") relations.push(`${said} from ${saidBy(sourceOf(entry, filesOf(file)))}`);
      for (const { key, value } of attributes) {
        relations.push(`${said} ${key} ${key === "file" ? resolvePath(fileOf(entry).uri, value) : value}`);
      }
    }
  }
  return relations.sort();
}
