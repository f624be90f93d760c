import { expect, test } from "vitest";
import { personNames } from "../../../../server/features/articles/shared/personNames.ts";

const namesIn = (text: string, offset = 0): readonly string[] => personNames(text, text, offset);

test.each([
  ["said Maria Lopez of the union", ["Maria Lopez"]],
  ["Anna-Lena O’Neill-Smith warned", ["Anna-Lena O’Neill-Smith"]],
  ["so Ludwig van Beethoven wrote to John F. Kennedy", ["Ludwig van Beethoven", "John F. Kennedy"]],
  ["Jürgen Ångström\nÖzil disagreed", ["Jürgen Ångström Özil"]],
  ["sagte Élodie Dupont-Durand.", ["Élodie Dupont-Durand"]],
])("“%s” has names", (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  "In Larnby, buses run, as they do in Ardmore.",
  "The Night Buses: the buses of the night are empty.",
  "NATO and EU met. He said so.",
  "Becker said no.",
  "老城的空气变干净了",
  "",
])("“%s” has none", (text) => {
  expect(namesIn(text)).toEqual([]);
});

test("the nearest name comes first, each once", () => {
  const text = "Tom Becker spoke. Anna Weiss disagreed. Tom Becker left.";
  expect(namesIn(text, 20)).toEqual(["Anna Weiss", "Tom Becker"]);
});
