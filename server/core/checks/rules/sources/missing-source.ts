import { namesInScope, sourcesOf } from "../../../language/graph.ts";
import { definedName } from "../../../language/map.ts";
import { keywordSpan } from "../../../language/problem.ts";
import type { CheckContext, EntryCheck } from "../../check.ts";
import { inQuotes, joinList } from "../../support/messages.ts";

const MAX_SUGGESTIONS = 5;

/** A quote that does not say what it is from, where that is not plain. */
export const missingSource: EntryCheck = {
  code: "missing-source",
  severity: "error",
  title: "A quote that does not name its source",
  scope: "entry",
  suggestsName: () => true,
  *check(entry, context) {
    if (entry.head.keyword !== "quote" || entry.head.name !== undefined) return;
    const sources = sourcesOf(context.files);
    if (sources.length === 1) return;
    const at = keywordSpan(entry);
    if (sources.length === 0) {
      const message = "No source is described yet. Add a line such as “source report: Title of the report” at the top.";
      yield { at, entry, message };
      return;
    }
    const names = sourceNames(context);
    const choice = names.length === 0 ? "" : ` Name one of them after “quote”: ${joinList(names.map(inQuotes), "or")}.`;
    const suggestions = names.map((name) => `quote ${name}`);
    yield { at, entry, suggestions, message: `Which source is this from? There are ${sources.length}.${choice}` };
  },
};

function sourceNames({ file, files }: CheckContext): readonly string[] {
  const wanted = new Set(sourcesOf(files).flatMap((source) => definedName(source)?.text ?? []));
  const qualifiedNames = new Set<string>();
  for (const one of namesInScope(file, (name) => wanted.has(name))) {
    if (one.entry.head.keyword === "source") qualifiedNames.add(one.qualifiedName);
  }
  return [...qualifiedNames].sort().slice(0, MAX_SUGGESTIONS);
}
