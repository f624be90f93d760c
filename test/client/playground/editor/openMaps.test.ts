import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineBreakOf, OpenMap } from "../../../../client/playground/editor/openMaps.ts";

const openMap = (text: string): OpenMap =>
  new OpenMap("memory:///a.argmap", EditorState.create({ doc: text }), () => {}, lineBreakOf(text));

test("a text is saved with the line breaks of its file", () => {
  const lines = fc.array(fc.stringMatching(/^[^\r\n]*$/), { minLength: 1 });
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n"), (all, lineBreak) => {
      const text = all.join(lineBreak);
      expect(openMap(text).text).toBe(text);
    }),
  );
});

test("a line that is added gets the line break of the others", () => {
  const map = openMap("claim: Yes.\r\n");
  map.dispatch({ changes: { from: map.state.doc.length, insert: "claim: No.\n" } });
  expect(map.text).toBe("claim: Yes.\r\nclaim: No.\r\n");
});
