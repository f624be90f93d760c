/** Texts that begin with a mark of Argdown, and come back as they were. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { exportText, importText } from "../../../support/formats/convert.ts";
import { describeMap } from "../../../support/formats/describeGraph.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

/** The marks of relations, lists, headings, emphasis, data, comments and so on. */
const mark = fc.constantFrom(
  ..."+ - > < [ ] ( ) { } # * _ @ = / \\ | ~ : . , ; ! ? ^ & % $ \" ' `".split(" "),
  ..."+> -> _> <+ <- <_ >< <> -- --- ---- == === ** __ // /* */ <!-- --> ## #( @[ @< [^1] [x] <x>".split(" "),
  ..."1. 1) (1) 1.1. 12. a. -1 +1 +1.5 _1_ *a* **b** _c_ __d__ :x: .~. {a: http://x.y/z a@b.c – — − • ×".split(" "),
);
const word = fc.oneof(mark, fc.constantFrom("x", "It works.", "1", "stays", "é", "中"));
/** A text that begins with a mark, with or without a space after it. */
const markedText = fc
  .tuple(mark, fc.constantFrom("", " "), fc.array(word, { maxLength: 3 }))
  .map(([first, space, rest]) => `${first}${space}${rest.join(" ")}`.trim());

test("texts of claims, premises, reasons and objections that begin with a mark come back unchanged", () =>
  fc.assert(
    fc.asyncProperty(fc.array(markedText, { minLength: 6, maxLength: 6 }), async ([a, b, c, d, e, f]) => {
      const map = dedent(`
        claim: ${a}
          reason: ${b}
          objection: ${c}
            reason: ${d}
          objection:
            premise: ${e}
            premise: ${f}
      `);
      const { content, omissions } = await exportText(map, "argdown");
      expect(omissions).toEqual([]);
      const back = await importText(String(content), "argdown");
      expect(back.omissions).toEqual([]);
      expect(describeMap(back.text)).toEqual(describeMap(map));
    }),
    { numRuns: runs(200) },
  ));

test("titles with marks come back unchanged, also if two are the same", () =>
  fc.assert(
    fc.asyncProperty(fc.array(markedText, { minLength: 3, maxLength: 3 }), async ([a, b, c]) => {
      const map = dedent(`
        claim keep: The charge should stay.
          title: ${a}
          reason air: The air got cleaner.
            title: ${b}
          reason:
            title: ${b}
            premise: It is ${c}
            premise rain: It rained.
              title: ${a}
      `);
      const { content } = await exportText(map, "argdown");
      const back = await importText(String(content), "argdown");
      expect(describeMap(back.text)).toEqual(describeMap(map));
    }),
    { numRuns: runs(200) },
  ));
