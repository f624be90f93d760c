import fc from "fast-check";
import { expect, test } from "vitest";
import { workspaceSymbols } from "../../../../server/features/requests/navigation/workspaceSymbols.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

const source = map`
  claim keep: The charge should stay.
    reason clean-air: Cleaner air.
      premise: It fell by a fifth.
  === deep/other.argmap
  claim kept: It was kept.
  speaker 林: 林女士
`;

const search = async (query: string): Promise<readonly string[]> => {
  const { workspace } = await openWorkspace(source);
  return workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} (${containerName})`);
};

test("finds names in all files, open or not, prefixes first, with their containers", async () => {
  expect(await search("kep")).toEqual(["kept (other.argmap)", "keep (main.argmap)"]);
  expect(await search("kept")).toEqual(["kept (other.argmap)"]);
  expect(await search("air")).toEqual(["clean-air (keep, main.argmap)"]);
});

test("reindexes only files that have changed since the last search", async () => {
  const opened = await openWorkspace(source);
  const { names } = opened.workspace;
  expect(names.buildCount).toBe(1);
  workspaceSymbols(opened.workspace, "keep");
  expect(names.buildCount).toBe(2);
  workspaceSymbols(opened.workspace, "kept");
  expect(names.buildCount).toBe(2);
  typeAtCursor(opened, "// ");
  workspaceSymbols(opened.workspace, "kept");
  expect(names.buildCount).toBe(3);
});

test("finds text, ignoring case", async () => {
  expect(await search("FIFTH")).toEqual(["It fell by a fifth. (clean-air, main.argmap)"]);
});

test("finds Chinese names and texts", async () => {
  expect(await search("林")).toEqual(["林 (other.argmap)"]);
  expect(await search("女士")).toEqual(["林: 林女士 (other.argmap)"]);
});

test("finds several words in the name or the text", async () => {
  expect(await search("stay charge")).toEqual(["keep: The charge should stay. (main.argmap)"]);
  expect(await search("keep charge")).toEqual(["keep: The charge should stay. (main.argmap)"]);
  expect(await search("air clean")).toEqual(["clean-air: Cleaner air. (keep, main.argmap)"]);
  expect(await search("stay fifth")).toEqual([]);
});

test("finds accented letters, composed or decomposed", async () => {
  const { workspace } = await openWorkspace("claim a: Les e\u0301tudiants.\nclaim caf\u00e9s: B.\n");
  const names = (query: string) => workspaceSymbols(workspace, query).map(({ name }) => name);
  expect(names("\u00e9tudiants")).toEqual(["a: Les \u00e9tudiants."]);
  expect(names("cafe\u0301")).toEqual(["caf\u00e9s"]);
});

test("shows an excerpt for a match far into a text", async () => {
  const { workspace } = await openWorkspace(
    "claim keep: The charge should stay and the buses it pays for should run longer than they do at present.\n",
  );
  expect(workspaceSymbols(workspace, "longer").map(({ name }) => name)).toEqual([
    "keep: …should run longer than they do at present.",
  ]);
});

test("the label of each result contains the query, by which VS Code filters", async () => {
  const word = fc.constantFrom(
    "air",
    "Charge",
    "buses",
    "unobstructed",
    "罗晓晴",
    "İstanbul",
    "e\u0301te\u0301",
    "12%",
    "👍🏽",
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 40 })
    .chain((words) => fc.constantFrom(words.join(" "), words.join("")));
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      fc.nat(),
      async (texts, isNamed, seed) => {
        const claims = texts.map((claim, index) => `claim ${isNamed ? `name-${index}` : ""}: ${claim}\n`).join("");
        const { workspace } = await openWorkspace(claims);
        // The query is a part of one of the texts.
        const searchedText = texts[seed % texts.length] ?? "";
        const query = [...searchedText].slice(seed % 25, (seed % 25) + 6).join("");
        const fold = (label: string) => label.normalize("NFC").toLowerCase();
        const words = fold(query).trim().split(/\s+/);
        for (const { name } of workspaceSymbols(workspace, query)) {
          for (const word of words) expect(fold(name)).toContain(word);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("ranks an exact match before any number of prefix matches", async () => {
  const { workspace } = await openWorkspace(
    `${Array.from({ length: 400 }, (_, index) => `claim end-${index}: E.\n`).join("")}claim end: E.\n`,
  );
  expect(workspaceSymbols(workspace, "end")[0]?.name).toBe("end");
});

test("returns the top-level entries for an empty query, by the URIs of their files", async () => {
  expect(await search("")).toEqual(["kept (other.argmap)", "林 (other.argmap)", "keep (main.argmap)"]);
});

test("returns the best of very many matches", async () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `claim x-${index}-end: Text.\n`).join("");
  const { workspace } = await openWorkspace(`${lines}claim end: Text.\n`);
  const names = workspaceSymbols(workspace, "end").map(({ name }) => name);
  expect(names[0]).toBe("end");
  expect(names.length).toBe(300);
});

test("works in a map with errors, and reflects edits", async () => {
  const opened = await openWorkspace("claim a b: x\nstray\nclaim old¦: Text.\n");
  expect(workspaceSymbols(opened.workspace, "old").map(({ name }) => name)).toEqual(["old"]);
  typeAtCursor(opened, "er");
  expect(
    workspaceSymbols(opened.workspace, "older").map(({ name, location }) => [name, location.range.start.line]),
  ).toEqual([["older", 2]]);
});
