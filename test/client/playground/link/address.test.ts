import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newProject, type ProjectFile } from "../../../../client/playground/files/project.ts";
import { linkTo, MAX_LINK_LENGTH, readAddress } from "../../../../client/playground/link/address.ts";
import { pack } from "../../../../client/playground/link/pack.ts";
import { playgroundLink } from "../../../../packaging/site/playgroundLink.ts";

const text = fc.string({ unit: "grapheme", maxLength: 300 });
const path = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,4})?$/);
const textFiles = fc
  .tuple(path, text, fc.uniqueArray(fc.tuple(path, text), { maxLength: 3, selector: ([name]) => name }))
  .map(([name, content, others]): readonly [ProjectFile, ...ProjectFile[]] => [
    { path: `${name}.argmap`, content },
    ...others.map(([other, otherContent]) => ({ path: `${other}.txt`, content: otherContent })),
  ]);

const linkOf = async (files: readonly [ProjectFile, ...ProjectFile[]]): Promise<string> => {
  const link = await linkTo(newProject(files));
  if (link.kind !== "link") throw new Error("There is no link.");
  return link.hash;
};

describe("a link", () => {
  test("opens the map with all its files as they were", async () => {
    await fc.assert(
      fc.asyncProperty(textFiles, async (files) => {
        const [map, ...others] = files;
        // A map alone comes without its name.
        const expected = others.length === 0 ? [{ ...map, path: "map.argmap" }] : files;
        expect(await readAddress(await linkOf(files))).toEqual({ kind: "files", files: expected });
      }),
    );
  });

  test("of the documents opens in the playground", async () => {
    const hash = playgroundLink("claim: “Ja” – 是。\n").replace(/^[^#]*/, "");
    expect(await readAddress(hash)).toEqual({
      kind: "files",
      files: [{ path: "map.argmap", content: "claim: “Ja” – 是。\n" }],
    });
  });

  test("names the documents that it lacks", async () => {
    const project = newProject([
      { path: "toll.argmap", content: "claim: Yes." },
      { path: "report.pdf", content: new Uint8Array([37, 80]) },
    ]);
    expect(await linkTo(project)).toMatchObject({ kind: "link", omitted: ["report.pdf"] });
  });

  test("is not made of a map that is too long for an address", async () => {
    const noise = Array.from({ length: MAX_LINK_LENGTH }, () => crypto.randomUUID()).join("");
    expect(await linkTo(newProject([{ path: "map.argmap", content: noise }]))).toEqual({ kind: "too-long" });
  });
});

describe("an address", () => {
  test("without a map asks for nothing", async () => {
    expect(await readAddress("")).toEqual({ kind: "none" });
    expect(await readAddress("#content")).toEqual({ kind: "none" });
  });

  test("names an example", async () => {
    expect(await readAddress("#example=energy/main.argmap")).toEqual({ kind: "example", path: "energy/main.argmap" });
  });

  test("that was cut off or changed gives a message and nothing else", async () => {
    const hash = await linkOf([{ path: "map.argmap", content: "claim: The tram should run at night.\n".repeat(9) }]);
    for (const broken of [hash.slice(0, -4), "#map=", "#map=%%%", "#map=AAAA", "#files=AAAA"])
      expect(await readAddress(broken)).toMatchObject({ kind: "broken" });
  });

  test("cannot bring a file outside the folder of the map", async () => {
    for (const bad of ["../x.argmap", "/x.argmap", "a/../../x.argmap", "x.txt"]) {
      const packed = await pack(JSON.stringify([{ path: bad, content: "" }]));
      expect(await readAddress(`#files=${packed}`)).toMatchObject({ kind: "broken" });
    }
  });

  test("with a text of many megabytes is not unpacked", async () => {
    const packed = await pack("a".repeat(9 * 1024 * 1024));
    expect(packed.length).toBeLessThan(20_000);
    expect(await readAddress(`#map=${packed}`)).toMatchObject({ kind: "broken" });
  });
});
