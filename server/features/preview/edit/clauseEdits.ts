/** Names after clause words, written otherwise. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import type { Clause } from "../../../core/language/head.ts";
import { referencesOf } from "../../../core/language/map.ts";
import type { ClauseWord } from "../../../core/language/vocabulary.ts";
import type { SpanReplacement } from "../../textEdits/model.ts";

/** The clauses of an entry with some names left out, or written otherwise: `now` gives what is to stand for what leads to an entry. */
export function rewriteClauseNames(
  entry: Entry,
  words: readonly ClauseWord[],
  replacementFor: (target: Entry | undefined, written: string) => string | undefined,
): readonly SpanReplacement[] {
  const references = referencesOf(entry);
  const { raw } = entry.line.scanned;
  return entry.head.clauses.flatMap((clause) => {
    if (!words.includes(clause.word)) return [];
    const names = clause.names.flatMap((name) => {
      const written = raw.slice(name.start, name.end);
      const reference = references.find((one) => one.name === name);
      return { written, now: replacementFor(reference && targetOf(reference), written) };
    });
    if (names.every((name) => name.now === name.written)) return [];
    const keptNames = [...new Set(names.flatMap((name) => name.now ?? []))];
    return keptNames.length === 0 ? [deleteClause(entry, clause)] : [replaceClauseNames(entry, clause, keptNames)];
  });
}

function replaceClauseNames({ line }: Entry, { names, end }: Clause, keptNames: readonly string[]): SpanReplacement {
  const start = names[0]?.start ?? end;
  return { line, start, end: names.at(-1)?.end ?? end, text: keptNames.join(", ") };
}

/** Takes a clause away, with what parts it from what stands before: what follows may go as well. */
function deleteClause({ line }: Entry, { start, end, names }: Clause): SpanReplacement {
  const precedingSeparator = /[\s,]*$/.exec(line.scanned.raw.slice(0, start))?.[0].length ?? 0;
  return { line, start: start - precedingSeparator, end: names.at(-1)?.end ?? end, text: "" };
}

/** Other words for the keyword of a step, and for the clause words that go with it. */
export function invertStepWords({ head, line }: Entry, to: "reason" | "objection"): readonly SpanReplacement[] {
  if (head.keyword === to) return [];
  const [oldWord, newWord] = to === "objection" ? (["for", "against"] as const) : (["against", "for"] as const);
  return [
    { line, start: head.start, end: head.start + head.keyword.length, text: to },
    ...head.clauses.flatMap((clause) =>
      clause.word === oldWord ? [{ line, start: clause.start, end: clause.start + oldWord.length, text: newWord }] : [],
    ),
  ];
}
