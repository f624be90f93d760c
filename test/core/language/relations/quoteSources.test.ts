import { expect, test } from "vitest";
import { importClosure } from "../../../../server/core/language/graph.ts";
import { sourceOf } from "../../../../server/core/language/relations/quoteSources.ts";
import { linkedMaps } from "../../../support/maps/linkedMaps.ts";

test("a quote without a name is from the only source", () => {
  const one = linkedMaps("source report: A report\n", "import: 0.argmap\nclaim a: One.\n  quote: words\n");
  const [quote] = one.file.entriesOf("quote");
  expect(quote && sourceOf(quote, importClosure(one.file))?.text).toBe("A report");
  expect(quote && sourceOf(quote, [one.file])).toBeUndefined();
});
