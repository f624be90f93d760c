import { expect, test } from "vitest";
import { elementWords } from "../../../client/element/words.ts";

test("a language has words of its own, also with a region; one without is given English ones", () => {
  expect(elementWords("de-AT").fit).toBe("Alles zeigen");
  for (const language of ["nl", "zh-Hant", "", "constructor", "__proto__"])
    expect(elementWords(language).fit, language).toBe("Show all");
});
