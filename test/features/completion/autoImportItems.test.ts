import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { completion, resolveCompletion } from "../../../server/features/requests/completion.ts";
import { map } from "../../support/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const options = { snippets: false, resolvableProperties: ["documentation"] };
const offered = async ({ workspace, uri, cursor }: OpenWorkspace): Promise<readonly CompletionItem[]> =>
  (await completion(workspace, uri, cursor, options)).items;

/** What the file becomes when the item of this label is taken. */
async function taken(opened: OpenWorkspace, label: string): Promise<string> {
  const items = await offered(opened);
  const item = items.find((one) => one.label === label);
  const edit = item?.textEdit;
  if (edit === undefined || !("range" in edit)) throw new Error(`There is only: ${items.map((one) => one.label)}`);
  const text = opened.workspace.get(opened.uri)?.file.syntax.text ?? "";
  return TextDocument.applyEdits(TextDocument.create(opened.uri, "argmap", 1, text), [
    edit,
    ...(item?.additionalTextEdits ?? []),
  ]);
}

const afar = map`
  map: M

  claim keep: It stays.
  reason for fe¦
  === deep/air.argmap
  claim fell: It fell by a fifth.
  speaker fenn: Fenn
`;

test("offers names of maps that are not imported, after those in sight, and adds the import", async () => {
  const opened = await openWorkspace(afar);
  const items = await offered(opened);
  const fell = items.find(({ label }) => label === "fell");
  expect(fell).toMatchObject({
    labelDetails: { description: "import from air.argmap" },
    detail: "It fell by a fifth.",
  });
  const inSight = items.find(({ label }) => label === "keep");
  expect((inSight?.sortText ?? "") < (fell?.sortText ?? "")).toBe(true);
  // A speaker is nothing that a reason could be for.
  expect(items.map(({ label }) => label)).not.toContain("fenn");
  expect(await taken(opened, "fell")).toBe(
    "map: M\n\nimport: deep/air.argmap\n\nclaim keep: It stays.\nreason for fell\n",
  );
});

test("writes a prefix where the name means something else here", async () => {
  const opened = await openWorkspace("claim fell: Mine.\nreason for fe¦\n=== air.argmap\nclaim fell: It fell.\n");
  expect(await taken(opened, "air.fell")).toBe("import air: air.argmap\n\nclaim fell: Mine.\nreason for air.fell\n");
});

test("offers none for the name of a premise that has its colon: that is a new one", async () => {
  const far = "\n=== air.argmap\nclaim fell: It fell.\n";
  const near = "claim fast: F.\nreason for fast: R.\n  premise fa";
  const clauses = ["by", "contradicts", "accepted-by", "rejected-by"];
  expect((await offered(await openWorkspace(`${near}¦: Text.${far}`))).map(({ label }) => label)).toEqual(clauses);
  const fell = `claim keep: K.\nreason for keep: R.\n  premise fe¦: Text.${far}`;
  expect((await offered(await openWorkspace(fell))).map(({ label }) => label)).toEqual(clauses);
  expect((await offered(await openWorkspace(`${near}¦${far}`))).map(({ label }) => label)).toContain("fast");
});

test("offers none of a map that imports this one, and none before anything is typed", async () => {
  const circle = await openWorkspace(
    "claim keep: It stays.\nreason for fe¦\n=== air.argmap\nimport: main.argmap\nclaim fell: It fell.\n",
  );
  expect((await offered(circle)).map(({ label }) => label)).toEqual(["keep"]);
  const empty = await openWorkspace("claim keep: It stays.\nreason for ¦\n=== air.argmap\nclaim fell: It fell.\n");
  const list = await completion(empty.workspace, empty.uri, empty.cursor, options);
  expect(list.items.map(({ label }) => label)).toEqual(["keep"]);
  expect(list.isIncomplete).toBe(true);
});

test("offers Chinese names, in a file that is broken elsewhere, as they are typed", async () => {
  const opened = await openWorkspace(
    "claim a b c\n   stray\nobjection against ¦\n=== air.argmap\nclaim 更清洁: 空气更清洁。\n",
  );
  typeAtCursor(opened, "清");
  const now = { ...opened, cursor: { line: 2, character: 19 } };
  expect(await taken(now, "更清洁")).toContain("objection against 更清洁");
});

test("tells all about an item when it is looked at", async () => {
  const opened = await openWorkspace(afar);
  const fell = (await offered(opened)).find(({ label }) => label === "fell");
  if (fell === undefined) throw new Error("It is not offered.");
  expect(fell.documentation).toBeUndefined();
  expect(resolveCompletion(opened.workspace, fell, { markdown: false }).documentation).toEqual({
    kind: "plaintext",
    value: "claim fell\n\nIt fell by a fifth.",
  });
  expect(resolveCompletion(opened.workspace, { label: "x", data: { uri: 5 } }, { markdown: false })).toEqual({
    label: "x",
    data: { uri: 5 },
  });
});

/** A map whose source has a text beside it, with the cursor at the end of a quote. */
async function quoting(typed: string, after = ""): Promise<readonly string[]> {
  const folder = "file:///maps/";
  const text = `source report: A report\n  file: report.txt\nclaim keep: It stays.\n  quote report: It begins.\n  quote report: ${typed}${after}`;
  const article =
    "It begins. The air got cleaner,\nas all could see. “The air!” he said.\n\n空气更清洁。人们很高兴。\n";
  const workspace = workspaceOn(memoryFileSystem({ [`${folder}report.txt`]: article }));
  const uri = `${folder}main.argmap`;
  workspace.open(uri, text, 1);
  await workspace.whenIdle();
  const cursor = { line: 4, character: 16 + typed.length };
  const { items } = await completion(workspace, uri, cursor, options);
  return items.map(({ textEdit, filterText }) => {
    // An editor drops what does not go on with what is typed.
    expect(filterText?.startsWith(typed.replace(/^[“„"「]/u, ""))).toBe(true);
    if (textEdit === undefined || !("range" in textEdit)) throw new Error("An item replaces nothing.");
    const line = TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, text), [textEdit]).split("\n")[4] ?? "";
    return line.slice(16);
  });
}

test("completes a quote by the sentences of its source in which its words stand, those that begin with them first", async () => {
  expect(await quoting("the air")).toEqual(["The air got cleaner, as all could see.", "The air!”"]);
  expect(await quoting("all could")).toEqual(["all could see."]);
  expect(await quoting("空气更")).toEqual(["空气更清洁。"]);
  expect(await quoting("nowhere")).toEqual([]);
});

test("keeps the marks that a quotation has, and completes before the closing one, but not before other words", async () => {
  expect(await quoting("“all could")).toEqual(["“all could see."]);
  expect(await quoting("“all could", "”")).toEqual(["“all could see.”"]);
  expect(await quoting("「空气更", "」")).toEqual(["「空气更清洁。」"]);
  expect(await quoting("“", "”")).toContain("“人们很高兴。”");
  expect(await quoting("“all could", " see”")).toEqual([]);
  expect(await quoting("all could", "”")).toEqual([]);
});

test("completes what is typed with other marks and capitals than its source has", async () => {
  expect(await quoting("THE  AIR!")).toEqual(["The air!”"]);
  expect(await quoting("Got  cleaner")).toEqual(["got cleaner, as all could see."]);
});

test("completes Chinese words from the first sign on", async () => {
  expect(await quoting("空")).toEqual(["空气更清洁。"]);
  expect(await quoting("空气")).toEqual(["空气更清洁。"]);
});

test("where nothing is typed, offers the sentences that no quote has yet", async () => {
  expect(await quoting("")).not.toContain("It begins.");
  expect(await quoting("")).toContain("人们很高兴。");
  expect(await quoting("th")).toEqual([]);
});
