import { expect, test } from "vitest";
import { nameFromText } from "../../../server/core/language/nameFromText.ts";

test.each([
  ["The air got cleaner.", "air-got-cleaner"],
  ["To be or not to be", "to-be-or"],
  ["https://www.example.com/charges", "examplecom-charges"],
  ["*Cafés* are `fuller`", "cafés-fuller"],
  ["incomprehensibilities notwithstanding", "incomprehensibilities"],
  ["2024", undefined],
  ["", undefined],
])("the text “%s” gives the name %s", (text, name) => {
  expect(nameFromText(text)).toBe(name);
});
