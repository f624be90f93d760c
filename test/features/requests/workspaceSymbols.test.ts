import fc from "fast-check";
import { expect, test } from "vitest";
import { workspaceSymbols } from "../../../server/features/requests/workspaceSymbols.ts";
import { map } from "../../support/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const source = map`
  claim keep: The charge should stay.
    reason clean-air: Cleaner air.
      premise: It fell by a fifth.
  === deep/other.argmap
  claim kept: It was kept.
  speaker 林: 林女士
`;

const found = async (query: string): Promise<readonly string[]> => {
  const { workspace } = await openWorkspace(source);
  return workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} (${containerName})`);
};

test("finds by name over all files, open or not, what begins so first, and says where it stands", async () => {
  expect(await found("kep")).toEqual(["kept (other.argmap)", "keep (main.argmap)"]);
  expect(await found("kept")).toEqual(["kept (other.argmap)"]);
  expect(await found("air")).toEqual(["clean-air (keep, main.argmap)"]);
});

test("the first search finds the names of all files made that are not open, a later one those of edited files anew", async () => {
  const at = await openWorkspace(source);
  const { names } = at.workspace;
  expect(names.buildCount).toBe(1);
  workspaceSymbols(at.workspace, "keep");
  expect(names.buildCount).toBe(2);
  workspaceSymbols(at.workspace, "kept");
  expect(names.buildCount).toBe(2);
  typeAtCursor(at, "// ");
  workspaceSymbols(at.workspace, "kept");
  expect(names.buildCount).toBe(3);
});

test("finds by what an entry says, capitals or not", async () => {
  expect(await found("FIFTH")).toEqual(["It fell by a fifth. (clean-air, main.argmap)"]);
});

test("finds Chinese", async () => {
  expect(await found("林")).toEqual(["林 (other.argmap)"]);
  expect(await found("女士")).toEqual(["林: 林女士 (other.argmap)"]);
});

test("finds several words wherever they stand, in the name or in what is said", async () => {
  expect(await found("stay charge")).toEqual(["keep: The charge should stay. (main.argmap)"]);
  expect(await found("keep charge")).toEqual(["keep: The charge should stay. (main.argmap)"]);
  expect(await found("air clean")).toEqual(["clean-air: Cleaner air. (keep, main.argmap)"]);
  expect(await found("stay fifth")).toEqual([]);
});

test("finds an accented letter however the keyboard puts it together", async () => {
  const { workspace } = await openWorkspace("claim a: Les e\u0301tudiants.\nclaim caf\u00e9s: B.\n");
  const names = (query: string) => workspaceSymbols(workspace, query).map(({ name }) => name);
  expect(names("\u00e9tudiants")).toEqual(["a: Les \u00e9tudiants."]);
  expect(names("cafe\u0301")).toEqual(["caf\u00e9s"]);
});

test("what is found further on in a text is shown from a little before it", async () => {
  const { workspace } = await openWorkspace(
    "claim keep: The charge should stay and the buses it pays for should run longer than they do at present.\n",
  );
  expect(workspaceSymbols(workspace, "longer").map(({ name }) => name)).toEqual([
    "keep: …should run longer than they do at present.",
  ]);
});

test("the name of whatever is found shows what was typed, as VS Code drops it else", async () => {
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
      async (texts, isNamed, at) => {
        const claims = texts.map((one, index) => `claim ${isNamed ? `name-${index}` : ""}: ${one}\n`).join("");
        const { workspace } = await openWorkspace(claims);
        // A stretch of one of the texts, as somebody would type it.
        const from = texts[at % texts.length] ?? "";
        const query = [...from].slice(at % 25, (at % 25) + 6).join("");
        const small = (one: string) => one.normalize("NFC").toLowerCase();
        const words = small(query).trim().split(/\s+/);
        for (const { name } of workspaceSymbols(workspace, query)) {
          for (const word of words) expect(small(name)).toContain(word);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("the very name comes first, before any number of longer ones", async () => {
  const { workspace } = await openWorkspace(
    `${Array.from({ length: 400 }, (_, at) => `claim end-${at}: E.\n`).join("")}claim end: E.\n`,
  );
  expect(workspaceSymbols(workspace, "end")[0]?.name).toBe("end");
});

test("where nothing is typed gives what stands at the top", async () => {
  expect(await found("")).toEqual(["keep (main.argmap)", "kept (other.argmap)", "林 (other.argmap)"]);
});

test("of very many gives the best", async () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `claim x-${at}-end: Text.\n`).join("");
  const { workspace } = await openWorkspace(`${lines}claim end: Text.\n`);
  const names = workspaceSymbols(workspace, "end").map(({ name }) => name);
  expect(names[0]).toBe("end");
  expect(names.length).toBe(300);
});

test("finds in a broken file, and the text as it is during an edit", async () => {
  const at = await openWorkspace("claim a b: x\nstray\nclaim old¦: Text.\n");
  expect(workspaceSymbols(at.workspace, "old").map(({ name }) => name)).toEqual(["old"]);
  typeAtCursor(at, "er");
  expect(
    workspaceSymbols(at.workspace, "older").map(({ name, location }) => [name, location.range.start.line]),
  ).toEqual([["older", 2]]);
});
