/** The headings of a map. An edit reads only the lines that it changes. */
import { type ChangeSet, type EditorState, StateField, type Text } from "@codemirror/state";
import { bisector } from "d3-array";

interface SectionHeading {
  /** Where its line begins. */
  readonly from: number;
  /** The number of `#`. */
  readonly level: number;
}

/** The number of `#` of a heading; 0 for any other line. */
const levelOf = (line: string): number => /^#{1,6}(?=\s)/.exec(line)?.[0].length ?? 0;

/** Returns the headings among the lines from one position to another. */
function headingsIn(doc: Text, from: number, to: number): readonly SectionHeading[] {
  const found: SectionHeading[] = [];
  let start = doc.lineAt(from).from;
  for (const line of doc.iterLines(doc.lineAt(from).number, doc.lineAt(to).number + 1)) {
    const level = levelOf(line);
    if (level > 0) found.push({ from: start, level });
    start += line.length + 1;
  }
  return found;
}

function updated(
  headings: readonly SectionHeading[],
  changes: ChangeSet,
  before: Text,
  after: Text,
): readonly SectionHeading[] {
  let kept = headings;
  let added: readonly SectionHeading[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const first = before.lineAt(fromA).from;
    kept = kept.filter(({ from }) => from < first || from > toA);
    const found = headingsIn(after, fromB, toB);
    // Two changes may be in the same line.
    added = [...added.filter(({ from }) => !found.some((other) => other.from === from)), ...found];
  });
  const moved = kept.map(({ from, level }) => ({ from: changes.mapPos(from, 1), level }));
  return [...moved, ...added].sort((a, b) => a.from - b.from);
}

const byPosition = bisector(({ from }: SectionHeading) => from);

/** The headings in the order of the text. */
export const headings = StateField.define<readonly SectionHeading[]>({
  create: ({ doc }) => headingsIn(doc, 0, doc.length),
  update: (before, { changes, docChanged, startState, newDoc }) =>
    docChanged ? updated(before, changes, startState.doc, newDoc) : before,
});

/** Returns the level of the heading at the beginning of a line, and where its section ends. Undefined for any other line. */
export function sectionAt(
  state: EditorState,
  lineStart: number,
): { readonly level: number; readonly to: number } | undefined {
  const all = state.field(headings);
  const index = byPosition.left(all, lineStart);
  const heading = all[index];
  if (heading?.from !== lineStart) return undefined;
  const next = all.slice(index + 1).find(({ level }) => level <= heading.level);
  return { level: heading.level, to: next === undefined ? state.doc.length : next.from - 1 };
}
