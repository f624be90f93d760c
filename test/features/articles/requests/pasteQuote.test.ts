import { expect, test } from "vitest";
import { pasteQuote } from "../../../../server/features/articles/requests/pasteQuote.ts";
import { workspaceEdit } from "../../../../server/features/textEdits/workspaceEdit.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const article = "=== a.txt\nIt rose. ⟦It fell⟧ by a fifth.\n";
/** The text that is inserted at the cursor; null if the copied text is pasted unchanged. */
const pasted = async (text: string, copied = "It fell"): Promise<string | null> => {
  const at = await openArticles(`source s: S\n  file: a.txt\n${text}${article}`);
  const textPosition = { uri: at.uri, position: at.cursor };
  const selections = at.targets.map(({ range }) => range);
  const result = await pasteQuote(
    at.workspace,
    { article: `${at.folder}a.txt`, selections, text: copied, textPosition },
    0,
  );
  return result === null ? null : result.text;
};

test("inserts a quote under the entry at the cursor", async () => {
  expect(await pasted("claim k: K.\n  ¦\n")).toBe("quote s: It fell");
  expect(await pasted("claim k: K.\n¦\n")).toBe("  quote s: It fell");
  expect(await pasted("claim k: K.¦\n")).toBe("\n  quote s: It fell");
  expect(await pasted("claim k: K.\n  reason: R.\n    ¦\n")).toBe("quote s: It fell");
});

/** The map after pasting. */
async function mapAfterPaste(text: string): Promise<string> {
  const at = await openArticles(`source s: S\n  file: a.txt\n${text}${article}`);
  const { cursor } = at;
  const selections = at.targets.map(({ range }) => range);
  const params = {
    article: `${at.folder}a.txt`,
    selections,
    text: "It fell",
    textPosition: { uri: at.uri, position: cursor },
  };
  const result = await pasteQuote(at.workspace, params, 0);
  if (result === null) return "";
  const insertion = { uri: at.uri, range: { start: cursor, end: cursor }, newText: result.text };
  const others = (result.edit?.documentChanges ?? []).flatMap((change) =>
    "edits" in change ? change.edits.flatMap((one) => ("newText" in one ? [{ ...one, uri: at.uri }] : [])) : [],
  );
  return applyWorkspaceEdit(at.workspace, workspaceEdit(at.workspace, [...others, insertion]))[at.uri] ?? "";
}

test.each(["", "  ", "    ", "      ", "        ", "\t"])(
  "inserts a quote under the entry above, without taking over its children, on a line with white space %j",
  async (white) => {
    const head = "claim k: K.\n  reason: R.\n    premise: It is needed.\n";
    const rest = "      quote s: by a fifth\n        page: 1\n  reason: Q.\n";
    const text = `${head}${white}¦\n${rest}`;
    expect(await mapAfterPaste(text)).toBe(`source s: S\n  file: a.txt\n${head}      quote s: It fell\n${rest}`);
  },
);

test("pastes unchanged text if a quote would take over the lines below", async () => {
  expect(await pasted("claim k: K.\n  quote s: It rose\n  ¦\n    page: 1\n")).toBeNull();
  expect(await pasted("claim k: K.\n  quote s: It rose¦\n    page: 1\n")).toBeNull();
  expect(await pasted("claim k: K that\n  ¦\n  goes on.\n")).toBeNull();
  expect(await pasted("claim k: K.\n  question: Q?\n¦\n    reason: R.\n")).toBeNull();
});

test("inserts only the text after the head of a quote", async () => {
  expect(await pasted("claim k: K.\n  quote s: ¦\n")).toBe("It fell");
});

test("pastes unchanged text in the middle of a line, where no quote is allowed, and after the article has changed", async () => {
  expect(await pasted("claim k: ¦K.\n")).toBeNull();
  expect(await pasted("question q: Q?\n  ¦\n")).toBeNull();
  expect(await pasted("claim k: K.\n  ¦\n", "It rose")).toBeNull();
});

test("adds a missing source", async () => {
  const at = await openArticles(`claim k: K.\n  ¦\n${article}`);
  const selections = at.targets.map(({ range }) => range);
  const textPosition = { uri: at.uri, position: at.cursor };
  const result = await pasteQuote(
    at.workspace,
    { article: `${at.folder}a.txt`, selections, text: "It fell", textPosition },
    0,
  );
  expect(result?.edit && applyWorkspaceEdit(at.workspace, result.edit)[at.uri]).toBe(
    "source a: It rose. It fell by a fifth.\n  file: a.txt\n\nclaim k: K.\n  \n",
  );
});
