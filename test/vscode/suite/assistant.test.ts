import * as assert from "node:assert/strict";
import { LanguageModelTextPart, lm, workspace } from "vscode";
import { closeAll, openMap, undoIn, waitForContent, workspaceUri, writeFile } from "./support/editor.ts";

const MAP = "assistant-toll.argmap";
const article = "The council introduced the toll in May.\n\nA baker lost every fifth customer.\n";
const map = "source report: The toll\n  file: assistant-toll.txt\n\nclaim keep: The toll should stay.\n";

/** Runs a tool as a chat does, and returns its answer. */
async function invoke(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(`argmap_${tool}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : "")).join("");
}

const objection = { map: MAP, kind: "objection", parent: "keep", text: "The shops suffer." };

describe("the tools for assistants", () => {
  before(() => writeFile("assistant-toll.txt", article));
  afterEach(closeAll);

  it("are offered to the chat, each with its description", () => {
    const offered = lm.tools.filter(({ name }) => name.startsWith("argmap_"));
    assert.equal(offered.length, 10);
    for (const { description } of offered) assert.match(description, /\.$/);
  });

  it("read a map as the editor has it, also what is not saved", async () => {
    const editor = await openMap(MAP, map);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(map.length), "claim drop: It should go.\n"));
    assert.match(await invoke("read_map", { map: MAP }), /claim drop: It should go\./);
  });

  it("refuse an invented quote without asking the user, and change nothing", async () => {
    const { document } = await openMap(MAP, map);
    const answer = await invoke("add_entry", { ...objection, quote: { text: "lost every third customer" } });
    assert.match(answer, /not in “The toll” word for word.*“A baker lost every fifth customer\.”/s);
    assert.equal(document.getText(), map);
  });

  // VS Code confirms each change by itself while tests run: see toolInvocations.test.ts for what the user sees.
  it("change a map as one undo step, and save nothing", async () => {
    const editor = await openMap(MAP, map);
    const { document } = editor;
    await invoke("read_map", { map: MAP });
    const quote = { text: "A baker lost every fifth customer" };
    const answer = await invoke("add_entry", { ...objection, name: "shops", speakers: ["Ann Other"], quote });
    assert.match(answer, /^Added objection shops/);
    const changed = document.getText();
    assert.match(changed, /speaker ann-other: Ann Other/);
    assert.match(
      changed,
      /objection shops by ann-other: The shops suffer\.\n {4}quote report: A baker lost every fifth customer\n/,
    );
    await undoIn(editor);
    await waitForContent(document, map);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(workspaceUri(MAP))), map);
  });

  it("change a map that is not open", async () => {
    await writeFile("assistant-closed.argmap", "claim keep: The toll should stay.\n");
    await invoke("edit_entry", { map: "assistant-closed.argmap", entry: "keep", text: "The toll should go." });
    const document = await workspace.openTextDocument(workspaceUri("assistant-closed.argmap"));
    assert.equal(document.getText(), "claim keep: The toll should go.\n");
  });
});
