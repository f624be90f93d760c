/** Wrapped lines are indented below their text, as in VS Code, so that the levels of a map stay visible. */
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from "@codemirror/view";

/** How much deeper a wrapped line is than the first one, in characters. */
const DEEPER = 4;

const decorations = new Map<number, Decoration>();

/** Returns the decoration of a line with this many spaces at its beginning. */
function hanging(spaces: number): Decoration {
  const width = spaces + DEEPER;
  const known =
    decorations.get(width) ??
    Decoration.line({ attributes: { style: `padding-left: calc(4px + ${width}ch); text-indent: -${width}ch` } });
  decorations.set(width, known);
  return known;
}

function hangingLines({ visibleRanges, state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = state.doc.lineAt(position);
      const spaces = line.text.length - line.text.trimStart().length;
      builder.add(line.from, line.from, hanging(spaces));
      position = line.to + 1;
    }
  }
  return builder.finish();
}

/** Indents the wrapped lines that are in view. */
export const hangingIndent = ViewPlugin.define(
  (view) => ({
    lines: hangingLines(view),
    update({ docChanged, viewportChanged, view: updated }) {
      if (docChanged || viewportChanged) this.lines = hangingLines(updated);
    },
  }),
  { decorations: ({ lines }) => lines },
);
