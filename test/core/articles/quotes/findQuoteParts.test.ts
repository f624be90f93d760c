/** How the parts of a quote, between ellipses and insertions, are found in sequence. */
import { describe, expect, test } from "vitest";
import {
  createSearchableText,
  findQuote,
  findRun,
  groupIntoRuns,
} from "../../../../server/core/articles/quotes/findQuote.ts";
import { splitQuote } from "../../../../server/core/articles/quotes/quoteParts.ts";

describe("the parts of a quote", () => {
  const passagesOf = (text: string, quote: string): readonly string[] =>
    findQuote(createSearchableText(text), quote).map(({ start, end }) => text.slice(start, end));
  const source = createSearchableText("The old town has no cars. The old market has two cars and one bus.");
  const runOf = (quote: string) => findRun(source, splitQuote(quote));
  test("belong together unless an ellipsis is between them", () => {
    const runs = groupIntoRuns(splitQuote("the [old] town … has [no] cars … now"));
    expect(runs.map((run) => run.map(({ text }) => text))).toEqual([["the", "town"], ["has", "cars"], ["now"]]);
  });
  test("are found near each other, as near as possible", () => {
    const matches = runOf("The [city] market has [few] cars").occurrences;
    expect(matches.map(({ start, end }) => source.normal.text.slice(start, end))).toEqual([
      "The old market has two cars",
    ]);
    expect(runOf("no [other] bus").occurrences).toHaveLength(1);
    expect(runOf("The [x] bus").occurrences).toHaveLength(1);
  });
  test("around an insertion are whole words, or touch each other in scripts without spaces", () => {
    expect(passagesOf("The town has cars.", "The [x] own")).toEqual([]);
    expect(passagesOf("The town own cars.", "The [x] own")).toEqual(["The town own"]);
    expect(passagesOf("老城的空气变好了。", "空[的]气")).toEqual(["空气"]);
  });
  test("are divided at a bracket that is in the source, too, if they are found only so", () => {
    const text = "Note: a [b] c first. Then d came. So a few c came.";
    expect(passagesOf(text, "a [b] c")).toEqual(["a [b] c"]);
    expect(passagesOf(text, "Then d … a [b] c")).toEqual(["Then d came. So a few c"]);
  });
  test("that are found in sequence are counted", () => {
    expect(runOf("The [x] market [x] has [x] three").longestMatch).toBe(3);
    expect(runOf("The [x] three [x] market").longestMatch).toBe(1);
    expect(runOf("Three [x] market")).toEqual({ occurrences: [], longestMatch: 0 });
    expect(findRun(source, [])).toEqual({ occurrences: [], longestMatch: 0 });
  });
  test("with omitted words between them make the shortest passages, none of which starts before another ends the same", () => {
    const text = "a x b. a a y b, c. a b. c b";
    expect(passagesOf(text, "a … b")).toEqual(["a x b", "a y b", "a b"]);
    expect(passagesOf(text, "a … b … c")).toEqual(["a y b, c", "a b. c"]);
    expect(passagesOf(text, "c … a … c … a")).toEqual([]);
  });
});
