import { describe, expect, test } from "vitest";
import { fileNameFor, plainText, speakersPart, templates, withTitle } from "../../../client/maps/templates.ts";
import { Checker } from "../../../server/core/checks/checker.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { buildTree } from "../../../server/core/tree/buildTree.ts";

function problemsIn(text: string): readonly string[] {
  const file = new MapFile("file:///map.argmap", text);
  const checker = new Checker(file, () => ({ state: "unknown" }));
  return [...checker.problems()].filter(({ severity }) => severity !== "hint").map(({ message }) => message);
}
const kindsIn = (text: string) =>
  [...buildTree(new MapFile("file:///map.argmap", text), () => []).cardEntries.values()].map(({ card }) => card.kind);

describe.each(templates)("the template “$label”", ({ snippet }) => {
  test("is a map without a problem before anything is filled in", () => {
    expect(problemsIn(plainText(snippet))).toEqual([]);
  });

  test("takes a title, also one with signs that have a meaning in snippets", () => {
    const text = plainText(withTitle(snippet, "Sundays"));
    expect(text.split("\n")[0]).toBe("map: Sundays");
    expect(withTitle(snippet, "A {cost} of 3 $").split("\n")[0]).toBe("map: A {cost\\} of 3 \\$");
  });

  test("keeps the placeholder without a title", () => {
    expect(withTitle(snippet, "")).toBe(snippet);
  });
});

test("the templates show what each is for", () => {
  expect(templates.map(({ snippet }) => kindsIn(plainText(snippet)))).toEqual([
    ["claim", "reason", "reason", "objection", "objection"],
    ["claim", "reason", "claim", "reason"],
    ["question", "claim", "reason", "objection", "claim", "reason", "objection"],
    ["claim", "reason", "premise", "premise", "assumption", "objection"],
  ]);
});

test("the speakers of an article quote the source that its map has already", () => {
  const template = templates.find(({ isOfArticle }) => isOfArticle) ?? expect.unreachable();
  const map = `map: M\n\nsource report: R\n  file: report.txt\n\n${plainText(speakersPart(template.snippet, "report"))}`;
  expect(problemsIn(map)).toEqual([]);
  expect(map).toContain("quote report:");
});

test("a file is named after the words of its title", () => {
  expect(fileNameFor("Sundays at the library")).toBe("sundays-at-the-library");
  expect(fileNameFor("Should we? Yes/no: “a”…")).toBe("should-we-yes-no-a");
  expect(fileNameFor("老城的入城费")).toBe("老城的入城费");
  expect(fileNameFor("../..")).toBe("map");
  expect(fileNameFor("")).toBe("map");
  expect(fileNameFor("A title that goes on and on until nobody reads it")).toBe(
    "a-title-that-goes-on-and-on-until-nobody",
  );
});
