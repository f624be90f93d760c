/** The tools by which an assistant reads maps and articles. */
import { expect, test } from "vitest";
import { connectAssistant, filesInFolder } from "../../support/programs/mcpClient.ts";
import { tollFiles, tollMap } from "../../support/programs/tollMap.ts";

const readingAssistant = (files: Readonly<Record<string, string>> = tollFiles) =>
  connectAssistant(filesInFolder(files));

test("lists the maps of the folder with their sources and errors", async () => {
  const { call } = await readingAssistant({
    ...tollFiles,
    "sub/other.argmap": "claim a: A.\n  quote: Never said.\nsource s: Elsewhere\n  file: ../toll.md\n",
  });
  const { text } = await call("list_maps");
  expect(text).toBe(
    "sub/other.argmap (3 entries, 1 error)\n  source s: “Elsewhere” (toll.md)\n" +
      "toll.argmap: “The toll” (7 entries)\n  source report: “The toll” (toll.md)",
  );
  expect((await call("list_maps", { contains: "SUB" })).text).toMatch(/^sub\/other\.argmap [^\n]*\n[^\n]*$/);
});

test("reads a whole map with the ids of its entries", async () => {
  const { call } = await readingAssistant();
  const { text } = await call("read_map", { map: "toll" });
  const lines = tollMap.trimEnd().split("\n");
  const read = text.split("\n").slice(3);
  expect(read.map((line) => line.slice(12).trimEnd()).slice(0, lines.length)).toEqual(lines);
  expect(read[5]).toMatch(/^ 6 #\d{6} {2}claim keep/);
});

test("reads the branch of an entry with all that belongs to it, wherever it is written", async () => {
  const { call } = await readingAssistant({
    "a.argmap":
      "claim keep: It stays.\n  likelihood: likely\n\nclaim other: Else.\n\nreason r for keep: It works.\n  premise p: So it is.\n",
  });
  const branch = async (input: object) =>
    (await call("read_map", { map: "a.argmap", entry: "keep", ...input })).text
      .split("\n")
      .slice(3)
      .map((line) => line.replace(/#\d+ /, ""));
  expect(await branch({})).toEqual([
    "claim keep: It stays.",
    "    likelihood: likely",
    "  reason r for keep: It works.",
    "    premise p: So it is.",
  ]);
  expect(await branch({ depth: 2 })).not.toContain("    premise p: So it is.");
});

test("an id that read_map has shown names its entry, also after changes above it", async () => {
  const assistant = await readingAssistant();
  const { text } = await assistant.call("read_map", { map: "toll.argmap" });
  const [id] = /#\d+(?= +reason fewer)/.exec(text) ?? [];
  assistant.write("toll.argmap", `// New.\n${tollMap}`);
  expect((await assistant.call("read_map", { map: "toll.argmap", entry: id })).text).toContain(`${id} reason fewer`);
});

test("shortens the answer about a long map, and reads on from a line", async () => {
  const claims = Array.from({ length: 2000 }, (_, index) => `claim c${index}: A claim with some words.\n`).join("");
  const { call } = await readingAssistant({ "long.argmap": claims });
  const { text } = await call("read_map", { map: "long.argmap" });
  expect(text.length).toBeLessThan(41_000);
  const [, leftOut] = /\[Shortened: (\d+) more lines are left out\. Read on with `from_line`/.exec(text) ?? [];
  const rest = await call("read_map", { map: "long.argmap", from_line: 2001 - Number(leftOut) });
  expect(rest.text).toContain(`claim c${2000 - Number(leftOut)}: `);
  expect(await call("read_map", { map: "long.argmap", from_line: 9999 })).toMatchObject({ isError: true });
});

test("checks one map or all, after their articles have been read", async () => {
  const { call } = await readingAssistant({
    ...tollFiles,
    "b.argmap": "claim a: A.\n  quote: The shops cheer.\nsource s: Toll\n  file: toll.md\n",
  });
  const { text } = await call("check_map", { map: "b.argmap" });
  expect(text).toMatch(/b\.argmap:2 #\d+ error: The quote is not in the source.*\(quote-not-found\)/);
  expect((await call("check_map")).text).toContain("b.argmap:2");
  expect((await call("check_map", { map: "toll.argmap" })).text).not.toContain("error");
});

test("finds passages by words, in another order and spelled almost so, each quotable", async () => {
  const { call } = await readingAssistant();
  const { text } = await call("find_passages", { map: "toll.argmap", words: "customers bakers lost", count: 2 });
  expect(text).toContain(
    "From “The toll”:\n- in “The toll”, on line 7: “A baker says that he lost every fifth customer.”",
  );
  expect((await call("find_passages", { map: "toll.argmap", words: "xylophone" })).text).toContain(
    "No sentence of “The toll” has any of these words.",
  );
});

test("lists the paragraphs that no entry quotes, and the entries without a quote", async () => {
  const { call } = await readingAssistant();
  const { text } = await call("coverage", { map: "toll.argmap" });
  expect(text).toContain("of 6 paragraphs quoted");
  expect(text).toContain("on line 7: The shops complain.");
  expect(text).not.toContain("Dr. Chen counted");
  expect(text).toMatch(/claim drop \(#\d+\) “The toll should go\.”/);
});

test("weighs a map or one entry", async () => {
  const { call } = await readingAssistant();
  expect((await call("evaluate_map", { map: "toll.argmap" })).text).toContain(
    "claim keep “The toll should stay.”: stands",
  );
  const { text } = await call("evaluate_map", { map: "toll.argmap", entry: "fewer" });
  expect(text).toMatch(/^7: reason fewer /);
  expect(text).not.toContain("claim keep “");
});

test("draws a map and a branch as PNG", async () => {
  const { call } = await readingAssistant();
  const width = (png: Uint8Array | undefined): number => Buffer.from(png ?? []).readUInt32BE(16);
  const [whole] = (await call("draw_map", { map: "toll.argmap" })).images;
  const [folded] = (await call("draw_map", { map: "toll.argmap", entry: "keep", depth: 1 })).images;
  expect(Buffer.from(whole ?? []).toString("latin1", 1, 4)).toBe("PNG");
  expect(width(folded)).toBeLessThan(width(whole));
});

test("says what to do if there is no such map or entry", async () => {
  const { call } = await readingAssistant();
  const refusals = [
    [
      { map: "tol.argmap" },
      "There is no map “tol.argmap” in the folders that Argmap may read. Did you mean “toll.argmap”?",
    ],
    [{ map: "nothing" }, "Call list_maps to see what there is."],
    [{ map: "toll.argmap", entry: "keeep" }, "No entry of this map is named “keeep”. Did you mean “keep”?"],
    [{ map: "toll.argmap", entry: "#1" }, "There is no entry #1 in this map."],
    [{ map: "toll.argmap", entry: "report" }, "A source has no place of its own in the argument."],
    [{ map: "" }, "`map` is not valid"],
    [{}, "`map` is not valid"],
    [{ map: "toll.argmap", colour: "red" }, "`colour` is not valid"],
  ] as const;
  for (const [input, text] of refusals)
    expect(await call("read_map", input)).toMatchObject({ isError: true, text: expect.stringContaining(text) });
});
