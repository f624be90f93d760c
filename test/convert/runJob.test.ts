import { expect, test } from "vitest";
import { runExport, runImport } from "../../server/convert/runJob.ts";

const importFile = (name: string, text: string | Uint8Array, format?: string) =>
  runImport({ kind: "import", bytes: typeof text === "string" ? new TextEncoder().encode(text) : text, name, format });

test("imports a file in the format that its extension says", async () => {
  const result = await importFile(
    "debate.argdown",
    "[Keep]: The charge should stay.\n  + <Air>: The air got cleaner.\n",
  );
  expect(result).toEqual({
    state: "imported",
    omissions: [],
    text: expect.stringMatching(/claim Keep: The charge should stay\.\n {2}reason.*: The air got cleaner\./),
  });
});

test("recognizes Kialo’s text export, although other texts have the same extension", async () => {
  const result = await importFile("debate.txt", "1. It should stay.\n1.1. Pro: The air got cleaner.\n");
  expect(result).toMatchObject({ state: "imported", text: expect.stringContaining("reason: The air got cleaner.") });
});

test("does not know the format of a file with another extension and content", async () => {
  expect(await importFile("debate.xyz", "Some words.")).toEqual({ state: "unknown-format" });
  expect(await importFile("debate.xyz", "- It should stay.", "markdown")).toMatchObject({ state: "imported" });
});

test("says in which line a file cannot be read", async () => {
  const result = await importFile("debate.json", '{ "format": "argmap",\n  "items": [,] }');
  expect(result).toMatchObject({ state: "refused", line: 2, message: expect.stringMatching(/^[A-Z].*\.$/) });
});

test("says in which line broken JSON has its mistake, although its format is not known", async () => {
  const mistake = { state: "refused", line: 2, message: "The JSON is not valid." };
  expect(await importFile("debate.json", '{\n  "items": oops\n}')).toEqual(mistake);
  expect(await importFile("debate.xyz", '{\n  "items": oops\n}')).toEqual(mistake);
  expect(await importFile("debate.json", '{ "items": [] }')).toEqual({ state: "unknown-format" });
});

test("says that a file is no text", async () => {
  expect(await importFile("debate.argdown", Uint8Array.of(0x66, 0x0a, 0xff, 0x0a))).toMatchObject({
    state: "refused",
    line: 2,
  });
});

test("exports a map, and lists what it leaves out", async () => {
  const texts = [{ uri: "file:///a.argmap", text: "// A note.\nclaim keep: Keep it.\n", imports: [] }];
  expect(await runExport({ kind: "export", texts, name: "a", format: "argdown" })).toEqual({
    content: expect.stringContaining("Keep it."),
    omissions: [{ what: "comments", where: ["line 1"] }],
  });
});
