import type { Entry } from "../../../language/entry.ts";
import { wordsOf } from "../../../language/head.ts";
import type { EntryCheck, Finding } from "../../check.ts";
import { nearClauseWord } from "../../support/headLike.ts";
import { didYouMean, FULL_WIDTH_COLON, NARROW_COLON } from "../../support/messages.ts";

/** A head that cannot be read. Nothing else is said of its entry. */
export const malformedHead: EntryCheck = {
  code: "malformed-head",
  severity: "error",
  title: "A beginning of an entry that cannot be read",
  scope: "entry",
  ofBroken: true,
  *check(entry) {
    const { fault } = entry.head;
    if (fault === undefined) return;
    const wayOut =
      entry.indent === ""
        ? "If it is meant as text, indent it under its entry."
        : "If it is meant as text, put a backslash before it.";
    const fullWidth = fullWidthColon(entry);
    if (fullWidth !== undefined) {
      yield { ...fullWidth, message: `${fullWidth.message} ${wayOut}` };
      return;
    }
    const near = fault.offer === undefined ? nearClause(entry) : undefined;
    if (near !== undefined) {
      yield { ...near, message: `${near.message} ${fault.message} ${wayOut}` };
      return;
    }
    const at = { line: entry.line, start: fault.start, end: fault.end };
    const offer = fault.offer ?? fault.joined;
    yield { at, entry, message: `${fault.message} ${wayOut}`, offers: offer === undefined ? [] : [offer] };
  },
};

/** `reason air agianst keep: …` */
function nearClause(entry: Entry): Finding | undefined {
  const { line, head } = entry;
  const near = nearClauseWord(head.keyword, wordsOf(line.reading.raw, head.start, head.end - 1).words);
  if (near === undefined) return undefined;
  const { start, end } = near.word;
  return { at: { line, start, end }, entry, offers: [near.meant], message: didYouMean([near.meant]).trim() };
}

/** A full-width colon in the place of the language's own. */
function fullWidthColon(entry: Entry): Finding | undefined {
  const { line, head } = entry;
  const start = line.reading.raw.slice(head.start, head.end).indexOf(FULL_WIDTH_COLON) + head.start;
  if (start < head.start) return undefined;
  const at = { line, start, end: start + 1 };
  return { at, entry, offers: [":"], message: NARROW_COLON };
}
