import { namesInSight, sourcesOf } from "../../../language/graph.ts";
import { definedName } from "../../../language/map.ts";
import { keywordSpan } from "../../../language/problem.ts";
import type { Context, EntryCheck } from "../../check.ts";
import { listed, quoted } from "../../support/messages.ts";

const MOST_OFFERS = 5;

/** A quote that does not say what it is from, where that is not plain. */
export const missingSource: EntryCheck = {
  code: "missing-source",
  severity: "error",
  title: "A quote that does not name its source",
  scope: "entry",
  offersName: () => true,
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
    const choice = names.length === 0 ? "" : ` Name one of them after “quote”: ${listed(names.map(quoted), "or")}.`;
    const offers = names.map((name) => `quote ${name}`);
    yield { at, entry, offers, message: `Which source is this from? There are ${sources.length}.${choice}` };
  },
};

function sourceNames({ file, files }: Context): readonly string[] {
  const wanted = new Set(sourcesOf(files).flatMap((source) => definedName(source)?.text ?? []));
  const written = new Set<string>();
  for (const one of namesInSight(file, (name) => wanted.has(name))) {
    if (one.entry.head.keyword === "source") written.add(one.written);
  }
  return [...written].sort().slice(0, MOST_OFFERS);
}
