/** Names after clause words, written otherwise. */
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import type { Clause } from "../../../core/language/head.ts";
import { referencesOf } from "../../../core/language/map.ts";
import type { ClauseWord } from "../../../core/language/vocabulary.ts";
import type { Words } from "../../textEdits/newLines.ts";

/** The clauses of an entry with some names left out, or written otherwise: `now` gives what is to stand for what leads to an entry. */
export function renamedIn(
  entry: Entry,
  words: readonly ClauseWord[],
  now: (target: Entry | undefined, written: string) => string | undefined,
): readonly Words[] {
  const references = referencesOf(entry);
  const { raw } = entry.line.reading;
  return entry.head.clauses.flatMap((clause) => {
    if (!words.includes(clause.word)) return [];
    const names = clause.names.flatMap((name) => {
      const written = raw.slice(name.start, name.end);
      const reference = references.find((one) => one.name === name);
      return { written, now: now(reference && targetOf(reference), written) };
    });
    if (names.every((name) => name.now === name.written)) return [];
    const kept = [...new Set(names.flatMap((name) => name.now ?? []))];
    return kept.length === 0 ? [withoutClause(entry, clause)] : [withNames(entry, clause, kept)];
  });
}

function withNames({ line }: Entry, { names, end }: Clause, kept: readonly string[]): Words {
  const start = names[0]?.start ?? end;
  return { line, start, end: names.at(-1)?.end ?? end, text: kept.join(", ") };
}

/** Takes a clause away, with what parts it from what stands before: what follows may go as well. */
function withoutClause({ line }: Entry, { start, end, names }: Clause): Words {
  const gap = /[\s,]*$/.exec(line.reading.raw.slice(0, start))?.[0].length ?? 0;
  return { line, start: start - gap, end: names.at(-1)?.end ?? end, text: "" };
}

/** Other words for the keyword of a step, and for the clause words that go with it. */
export function turned({ head, line }: Entry, to: "reason" | "objection"): readonly Words[] {
  if (head.keyword === to) return [];
  const [from, now] = to === "objection" ? (["for", "against"] as const) : (["against", "for"] as const);
  return [
    { line, start: head.start, end: head.start + head.keyword.length, text: to },
    ...head.clauses.flatMap((clause) =>
      clause.word === from ? [{ line, start: clause.start, end: clause.start + from.length, text: now }] : [],
    ),
  ];
}
