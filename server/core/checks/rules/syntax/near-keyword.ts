import type { Entry, Line } from "../../../language/entry.ts";
import { skipMarks } from "../../../language/intent/listMark.ts";
import { sourcesOf } from "../../../language/relations/quoteSources.ts";
import { withArticle } from "../../../strings/english.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { allowedPlaces } from "../../support/allowedPlaces.ts";
import { isCrowdedReference } from "../../support/crowdedReference.ts";
import { foreignComment } from "../../support/foreignComment.ts";
import { correctionsOf, type IntendedEntry, intendedEntry, unfinishedEntry } from "../../support/intendedEntry.ts";
import { otherToolLinesOf } from "../../support/listsOf.ts";
import { didYouMean, ENGLISH_KEYWORDS, ESCAPE_TEXT, INDENT_TEXT } from "../../support/messages.ts";
import { quotedLineFindings } from "../../support/quotedLines.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

/** With more sources, the writer adds the name. */
const MAX_SOURCES = 3;

/**
 * A line that would be an entry with another first word or without a list mark: `Reason: …`, `pro: …`, `- reason: …`. With
 * other entries under it, or at the left edge, it is read as an unfinished entry, which is an error.
 */
export const nearKeyword: EntryCheck = {
  code: "near-keyword",
  severity: "warning",
  title: "A line that starts with a misspelled keyword, or with a list mark",
  scope: "entry",
  includesBroken: true,
  *check(entry, { files }) {
    const unfinished = unfinishedEntry(entry);
    if (unfinished?.lacksOnlyColon === false)
      yield {
        ...finding(entry, entry.line, unfinished, entry.parent === undefined ? INDENT_TEXT : ESCAPE_TEXT),
        severity: "error",
      };
    if (entry.head.form === "broken") return;
    yield* quotedLineFindings(entry, () =>
      sourcesOf(files)
        .flatMap(({ head }) => head.name?.text ?? [])
        .slice(0, MAX_SOURCES),
    );
    const otherToolLines = entry.lines.length > 2 ? otherToolLinesOf(entry) : undefined;
    for (const text of textLinesOf(entry)) {
      // `list-in-text` reports these.
      if (otherToolLines?.has(text.line) === true) continue;
      const comment = commentFinding(entry, text);
      if (comment !== undefined) yield comment;
      const meant = intendedEntry(entry, text);
      if (meant === undefined || meant.lacksOnlyColon || isCrowdedReference(entry, text)) continue;
      yield meant.isMisplaced ? misplacedFinding(entry, text, meant) : finding(entry, text.line, meant, ESCAPE_TEXT);
    }
  },
};

function finding(entry: Entry, line: Line, { reading, keyword }: IntendedEntry, remedy: string): CheckFinding {
  const rewrite = reading.rewriteAs(keyword);
  const { start, end, text } = rewrite;
  const mark = reading.isMarked ? "An entry has no list mark. " : "";
  const reason = mark || (reading.language === undefined ? "" : ENGLISH_KEYWORDS);
  return {
    at: { line, start, end },
    entry,
    suggestions: correctionsOf(line, rewrite),
    message: `${reason}${didYouMean([text.trimEnd()])} ${remedy}`,
  };
}

/** `Speaker: Maja Lind` under a claim */
function misplacedFinding(entry: Entry, { line }: EntryTextLine, { reading, keyword }: IntendedEntry): CheckFinding {
  const { start, end } = reading.word;
  const remedy = keyword === "speaker" ? " To say who speaks, write “by” and a name before the colon." : "";
  const message = `This looks like ${withArticle(keyword)}. ${allowedPlaces(keyword)}, not under ${withArticle(entry.head.keyword)}.${remedy} ${ESCAPE_TEXT}`;
  return { at: { line, start, end }, entry, message };
}

/** `- // later`, or a comment of another language */
function commentFinding(entry: Entry, { line, start, words }: EntryTextLine): CheckFinding | undefined {
  const { raw } = line.scanned;
  const foreign = foreignComment(words);
  if (foreign !== undefined)
    return {
      at: { line, start, end: start + words.length },
      entry,
      ...foreign,
      message: `${foreign.message} ${ESCAPE_TEXT}`,
    };
  const end = skipMarks(raw, start);
  if (end === start || !raw.startsWith("//", end)) return undefined;
  const message = `A comment has no list mark. ${didYouMean(["//"])} ${ESCAPE_TEXT}`;
  return { at: { line, start, end }, entry, suggestions: [""], message };
}
