/** One file of a map: its title, its imports, and how names resolve in it. */
import { describe, expect, test } from "vitest";
import { fileOf, MapFile, mapLanguage, mapTitle, referencesOf } from "../../../server/core/language/map.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";
import { dedent } from "../../support/maps/dedent.ts";
import { linkedMaps } from "../../support/maps/linkedMaps.ts";

const mapFile = (text: string): MapFile => new MapFile("file:///a.argmap", dedent(text));
const textsOf = (file: MapFile): readonly string[] => file.imports.map(({ entry }) => entry.text);

describe("a map has", () => {
  test("the title and the language of its first entry “map”", () => {
    const file = mapFile(`
      map: The charge
        author: Lind
        language: de-AT
      map: Another
    `);
    expect([mapTitle(file), mapLanguage(file)]).toEqual(["The charge", "de-AT"]);
  });
  test.each(["claim a: One.", "map:", "map:\n  language:"])("no title and no language in “%s”", (text) => {
    expect([mapTitle(mapFile(text)), mapLanguage(mapFile(text))]).toEqual([undefined, undefined]);
  });
});

describe("the imports of a map", () => {
  const start = { line: 0, character: 0 };

  test("are in the order of the text, whichever was written first", () => {
    const file = new MapFile("file:///a.argmap", "claim x: X.\nimport: two.argmap\nimport p: three.argmap\n");
    file.update([{ range: { start, end: start }, text: "import: one.argmap\n" }]);
    expect(textsOf(file)).toEqual(["one.argmap", "two.argmap", "three.argmap"]);
  });
  test("are forgotten when they are deleted, or become something else", () => {
    const file = new MapFile("file:///a.argmap", "import: one.argmap\nimport: two.argmap\nimport: three.argmap\n");
    file.update([{ range: { start, end: { line: 1, character: 0 } }, text: "" }]);
    expect(textsOf(file)).toEqual(["two.argmap", "three.argmap"]);
    file.update([{ range: { start, end: { line: 0, character: 6 } }, text: "claim" }]);
    expect(textsOf(file)).toEqual(["three.argmap"]);
  });
  test("keep their targets while their heads change", () => {
    const { file } = linkedMaps("claim a: One.", "import: 0.argmap");
    file.update([{ range: { start, end: { line: 0, character: 6 } }, text: "import p" }]);
    expect(file.imports.map(({ target }) => target.state)).toEqual(["found"]);
    expect(file.resolve({ prefix: "p", text: "a" }).state).toBe("found");
  });
});

describe("a name", () => {
  const { file, named } = linkedMaps(
    "claim deep: Zero.",
    "import: 0.argmap\nclaim shared: One.\nclaim twice: Two.",
    `
      import: 1.argmap
      import p: 0.argmap
      import gone: missing.argmap
      claim twice: Three.
      claim twice: Four.
      claim p: Five.
    `,
  );
  const resolved = (text: string, prefix?: string): unknown => {
    const resolution = file.resolve({ text, prefix });
    return resolution.state === "found" ? resolution.entry.text : resolution;
  };
  test("resolves to the first entry of the file that defines it, or to one of an import without a prefix", () => {
    expect(resolved("twice")).toBe("Three.");
    expect(resolved("shared")).toBe("One.");
    expect(resolved("p")).toBe("Five.");
    expect(file.definitionsOf("twice").map(({ text }) => text)).toEqual(["Three.", "Four."]);
  });
  test("with a prefix resolves in the file that the prefix stands for", () => {
    expect(resolved("deep", "p")).toBe("Zero.");
    expect(resolved("shared", "p")).toEqual({ state: "missing", missingPart: "name" });
  });
  test("is missing if nothing defines it, and indeterminate if a file that cannot be read may", () => {
    expect(resolved("deep")).toEqual({ state: "missing", missingPart: "name" });
    expect(resolved("a", "keep")).toEqual({ state: "missing", missingPart: "prefix" });
    expect(resolved("a", "gone")).toEqual({ state: "indeterminate" });
    const withMissing = linkedMaps("import: missing.argmap\nclaim a: One.").file;
    expect(withMissing.resolve({ text: "b", prefix: undefined })).toEqual({ state: "indeterminate" });
  });
  test("of a prefix is not one of an entry", () => {
    expect(file.exportedEntry("gone")).toBeUndefined();
    expect(file.importWithPrefix("p")?.text).toBe("0.argmap");
    expect(named("p").text).toBe("Five.");
  });
});

test("an entry mentions names in the roles that its head gives them", () => {
  const file = mapFile(`
    claim a by lind contradicts b c: One.
      reason r for p.d: Two.
        premise e
        quote report: so
      quote: no name
    claim broken by: Three.
  `);
  const shown = [...file.syntax.entries.values()].map((entry) =>
    referencesOf(entry).map(({ name, role, expectedKinds }) => `${role} ${name.text}: ${expectedKinds.join(" ")}`),
  );
  expect(shown).toEqual([
    ["by lind: speaker source", "contradicts b: claim", "contradicts c: claim"],
    ["for d: claim step"],
    ["premise e: claim"],
    ["quote report: source"],
    [],
    ["unknown broken: ", "unknown by: "],
  ]);
});

test("an entry of a text without a file has no file", () => {
  const [entry] = new Syntax("claim a: One.").roots;
  expect(() => entry && fileOf(entry)).toThrow("The entry does not belong to a file.");
});
