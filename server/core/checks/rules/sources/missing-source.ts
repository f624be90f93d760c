import { definedName } from "../../../language/map.ts";
import { keywordSpan } from "../../../language/problem.ts";
import { namesInScope } from "../../../language/relations/namesInScope.ts";
import { sourcesOf } from "../../../language/relations/quoteSources.ts";
import { joinList } from "../../../strings/english.ts";
import type { CheckContext, EntryCheck } from "../../check.ts";
import { inQuotes } from "../../support/messages.ts";

const MAX_SUGGESTIONS = 5;

/** A quote that does not name its source, if there is not exactly one. */
export const missingSource: EntryCheck = {
  code: "missing-source",
  severity: "error",
  title: "A quote that does not name its source",
  scope: "entry",
  keywords: ["quote"],
  suggestsName: () => true,
  *check(entry, context) {
    if (entry.head.name !== undefined) return;
    const sources = sourcesOf(context.files);
    if (sources.length === 1) return;
    const at = keywordSpan(entry);
    if (sources.length === 0) {
      const message = "No source is defined. Add one at the top, as in “source report: Title of the report”.";
      yield { at, entry, message };
      return;
    }
    const names = sourceNames(context);
    const choice = names.length === 0 ? "" : `: ${joinList(names.map(inQuotes), "or")}`;
    const suggestions = names.map((name) => `quote ${name}`);
    const message = `There are ${sources.length} sources, and this quote names none. Name one after “quote”${choice}.`;
    yield { at, entry, suggestions, message };
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
