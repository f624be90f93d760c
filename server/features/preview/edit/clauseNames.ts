/** Rewrites the names in clauses. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { type Clause, clauseEnd } from "../../../core/language/head.ts";
import { referencesOf } from "../../../core/language/map.ts";
import type { ClauseWord } from "../../../core/language/vocabulary.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";

/**
 * Returns the replacements that remove or rewrite names in the clauses of an entry.
 *
 * @param words the clauses to rewrite
 * @param replacementFor returns the new spelling of a name, given the entry that it resolves to; undefined removes it
 */
export function rewriteClauseNames(
  entry: Entry,
  words: readonly ClauseWord[],
  replacementFor: (target: Entry | undefined, written: string) => string | undefined,
): readonly SpanReplacement[] {
  const references = referencesOf(entry);
  const { raw } = entry.line.scanned;
  return entry.head.clauses.flatMap((clause) => {
    if (!words.includes(clause.word)) return [];
    const names = clause.names.map((name) => {
      const before = raw.slice(name.start, name.end);
      const reference = references.find((one) => one.name === name);
      return { before, after: replacementFor(reference && targetOf(reference), before) };
    });
    if (names.every(({ before, after }) => before === after)) return [];
    const keptNames = [...new Set(names.flatMap(({ after }) => after ?? []))];
    return keptNames.length === 0 ? [deleteClause(entry, clause)] : [replaceClauseNames(entry, clause, keptNames)];
  });
}

function replaceClauseNames({ line }: Entry, clause: Clause, keptNames: readonly string[]): SpanReplacement {
  const start = clause.names[0]?.start ?? clause.end;
  return { line, start, end: clauseEnd(clause), text: keptNames.join(", ") };
}

/** Removes a clause and the separator before it, but not the one after it: the next clause may be removed as well. */
function deleteClause({ line }: Entry, clause: Clause): SpanReplacement {
  const precedingSeparator = /[\s,]*$/.exec(line.scanned.raw.slice(0, clause.start))?.[0].length ?? 0;
  return { line, start: clause.start - precedingSeparator, end: clauseEnd(clause), text: "" };
}
