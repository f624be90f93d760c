import type { Entry, Line } from "../../../language/entry.ts";
import { targetOf } from "../../../language/graph.ts";
import { referencesOf } from "../../../language/map.ts";
import { isOwnText } from "../../../language/problem.ts";
import { withArticle } from "../../../strings/english.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { isCrowdedReference } from "../../support/crowdedReference.ts";
import { correctionsOf, type IntendedEntry, intendedEntry, unfinishedEntry } from "../../support/intendedEntry.ts";
import { ESCAPE_TEXT, INDENT_TEXT } from "../../support/messages.ts";
import { textLinesOf } from "../../support/textLines.ts";

/**
 * A head without its colon. With other entries under it, the line is read as an unfinished entry, which is an error;
 * otherwise it is text, which is a warning.
 */
export const forgottenColon: EntryCheck = {
  code: "forgotten-colon",
  severity: "error",
  title: "An entry without its colon",
  scope: "entry",
  includesBroken: true,
  *check(entry) {
    const unfinished = unfinishedEntry(entry);
    if (unfinished?.lacksOnlyColon === true) yield finding(entry, entry.line, unfinished);
    if (entry.head.form === "broken") return;
    const entryLikeLines = new Set<Line>();
    for (const text of textLinesOf(entry)) {
      const meant = intendedEntry(entry, text);
      if (meant === undefined || isCrowdedReference(entry, text)) continue;
      entryLikeLines.add(text.line);
      if (meant.lacksOnlyColon) yield { ...finding(entry, text.line, meant), severity: "warning" };
    }
    if (entry.head.form === "bare" && entry.lines.some((line) => isOwnText(line) && !entryLikeLines.has(line)))
      yield textUnderReference(entry);
  },
};

function finding(entry: Entry, line: Line, { reading, keyword }: IntendedEntry): CheckFinding {
  const rewrite = reading.rewriteAs(keyword);
  const { start, end } = rewrite;
  const noun = withArticle(reading.keyword);
  const remedy = "indent" in line.scanned && line.scanned.indent !== "" ? ESCAPE_TEXT : INDENT_TEXT;
  const message =
    reading.headEnd === "full-width-colon"
      ? `This looks like ${noun} with a full-width colon. Write “:” instead of “：”. ${remedy}`
      : `This looks like ${noun} without its colon. Put a colon after “${line.scanned.raw.slice(start, end)}”. ${remedy}`;
  return { at: { line, start, end }, entry, suggestions: correctionsOf(line, rewrite), message };
}

/** `premise keep` with text under it, which nothing shows. */
function textUnderReference(entry: Entry): CheckFinding {
  const { head, line } = entry;
  const at = { line, start: head.start, end: head.end };
  const written = line.scanned.raw.slice(head.start, head.end);
  // A name that is already defined cannot be the name of a new premise.
  const isDefined = referencesOf(entry).some((one) => one.name.prefix !== undefined || targetOf(one) !== undefined);
  const replacement = isDefined ? "premise:" : `${written}:`;
  const message = `“${written}” uses a claim that is defined elsewhere, so it takes no text. Write “${replacement}” to start a new premise, or move the text.`;
  return { at, entry, suggestions: [replacement], message };
}
