import type { Entry } from "../../../core/language/entry.ts";
import { hasPremises } from "../../../core/language/graph.ts";
import type { Line } from "../../../core/language/lineList.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep, withArticle } from "../../../core/language/vocabulary.ts";
import { indentUnder } from "../../textEdits/lineBlocks.ts";
import { inserted, type LineChange } from "../../textEdits/lineEdits.ts";
import { asTheyAre, newRow, type Row } from "../../textEdits/newLines.ts";
import { capital } from "./addCard.ts";
import { type Chosen, mustBeRead, type Plan, planFor, refuse } from "./editPlan.ts";
import { furtherRows, type Paragraph, paragraphsIn, paragraphsOf, textRow, withText } from "./paragraphs.ts";

/** Other words for what a card shows. Paragraphs that stay as they are keep their lines, and comments stay. */
export function writing({ entry }: Chosen, text: string): Plan {
  mustBeRead(entry);
  const { head, line } = entry;
  if (head.form === "bare") return refuse("This name leads nowhere, so there are no words to change.");
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) mayBeWithout(entry);
  const file = fileOf(entry);
  const old = paragraphsIn(entry);
  const isSame = (a: number, b: number): boolean => old[a] !== undefined && old[a]?.text === paragraphs[b];
  let before = 0;
  while (before < paragraphs.length && isSame(before, before)) before++;
  let after = 0;
  // The line of the head takes the first paragraph, whichever that is.
  const most = Math.min(old.length, paragraphs.length) - Math.max(before, 1);
  while (after < most && isSame(old.length - 1 - after, paragraphs.length - 1 - after)) after++;
  const gone = old.slice(before, old.length - after);
  const come = paragraphs.slice(before, paragraphs.length - after);
  return before === 0 ? fromTheHead(file, entry, gone, come) : below(file, line, old.slice(0, before), gone, come);
}

/** @throws Refused where an entry that says nothing would be a fault */
function mayBeWithout(entry: Entry): void {
  const { keyword } = entry.head;
  if (isStep(keyword) && hasPremises(entry)) return;
  refuse(`${capital(withArticle(keyword))} has to say something${isStep(keyword) ? ", or rest on a premise" : ""}.`);
}

/** The first paragraph changes, and perhaps others after it. */
function fromTheHead(file: MapFile, entry: Entry, gone: readonly Paragraph[], come: readonly string[]): Plan {
  const { line } = entry;
  const number = file.syntax.lines.numberOf(line);
  const [row] = asTheyAre(file, { first: number, after: number + 1 });
  const { reading } = line;
  if (reading.kind !== "entry" || row === undefined) return refuse("There are no words to change.");
  const [first, ...others] = come;
  const lines = gone.flatMap((paragraph) => paragraph.lines);
  const away = without(file, [line, ...lines.filter((one) => one !== line)]).filter((one) => one.first !== number);
  const colon = reading.raw.slice(0, reading.textStart).trimEnd();
  if (others.length === 0) {
    const span = { line, start: colon.length, end: reading.raw.length };
    return planFor(file, line, away, [{ ...span, text: first === undefined ? "" : ` ${first}` }]);
  }
  const mark = reading.raw.length - row.text.length;
  const head: Row = { ...row, text: withText(colon.slice(mark), first) };
  const further = furtherRows(others, indentOfText(entry));
  return planFor(file, head, [{ first: number, after: number + 1, rows: [head, ...further] }, ...away]);
}

/** The first paragraphs stay. */
function below(
  file: MapFile,
  line: Line,
  kept: readonly Paragraph[],
  gone: readonly Paragraph[],
  come: readonly string[],
): Plan {
  const last = kept.at(-1)?.lines.at(-1) ?? line;
  const lines = gone.flatMap((paragraph) => paragraph.lines);
  const away = without(file, come.length === 0 ? [last, ...lines] : lines).filter(
    ({ first }) => file.syntax.lines.at(first) !== last,
  );
  const indent = [lines[0], last].flatMap((one) => (one?.reading.kind === "text" ? [one.reading.indent] : []))[0];
  const { owner } = line;
  const depth = indent ?? (owner === undefined ? "  " : indentOfText(owner));
  const [first, ...others] = come;
  if (first === undefined) return planFor(file, last, away);
  const [start] = lines;
  const row = textRow(first, depth);
  const rows = [...(start === undefined ? [newRow("")] : []), row, ...furtherRows(others, depth)];
  const number = file.syntax.lines.numberOf(start ?? last) + (start === undefined ? 1 : 0);
  return planFor(file, row, [inserted(number, rows), ...away]);
}

/** White space for a line of text right below the head. */
const indentOfText = (entry: Entry): string => {
  const own = entry.lines.find(({ reading, attribute }) => reading.kind === "text" && attribute === undefined);
  return own?.reading.kind === "text" ? own.reading.indent : indentUnder(entry);
};

/** Takes lines away, and the blank lines that stand between two of them with nothing else. */
function without(file: MapFile, gone: readonly Line[]): readonly LineChange[] {
  const { lines } = file.syntax;
  const numbers = gone.map((line) => lines.numberOf(line));
  return numbers.flatMap((number, index) => {
    const above = numbers[index - 1];
    const between = above === undefined ? [] : lines.slice(above + 1, number);
    const isGap = between.every(({ reading }) => reading.kind === "blank");
    return [{ first: isGap ? number - between.length : number, after: number + 1, rows: [] }];
  });
}
