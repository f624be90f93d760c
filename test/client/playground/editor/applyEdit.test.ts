import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { createCodeActions } from "../../../../client/playground/editor/codeActions.ts";
import { OpenMap } from "../../../../client/playground/editor/openMaps.ts";
import { createCardEdits } from "../../../../client/playground/picture/cardEdits.ts";

const mapOf = (uri: string, doc: string): OpenMap => new OpenMap(uri, EditorState.create({ doc }), () => {});
const textOf = ({ state }: OpenMap): string => state.doc.toString();

const place = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

/** Two maps, and a server whose answers come after `meanwhile` has happened. */
function setUp(answers: Readonly<Record<string, unknown>>, meanwhile: (maps: readonly OpenMap[]) => void = () => {}) {
  const maps = [mapOf("memory:///a.argmap", "claim: Yse."), mapOf("memory:///b.argmap", "claim: No.")] as const;
  const server = {
    async request(method: string) {
      const answer = answers[method];
      await Promise.resolve();
      meanwhile(maps);
      // The schema is checked where the answer comes from a server.
      return answer as never;
    },
    ask: async () => Promise.reject(new Error("not expected")),
    notify() {},
  };
  return { maps, actions: createCodeActions({ server, maps: () => maps }), server };
}

const fix = {
  changes: {
    "memory:///a.argmap": [{ range: place(0, 7, 10), newText: "Yes" }],
    "memory:///b.argmap": [{ range: place(0, 7, 9), newText: "Not" }],
  },
};
const whole = place(0, 0, 0);

test("an action changes all its maps if the texts are as they were", async () => {
  const { maps, actions } = setUp({ "codeAction/resolve": { title: "Fix", edit: fix } });
  expect(await actions.apply({ title: "Fix" })).toBe("applied");
  expect(maps.map(textOf)).toEqual(["claim: Yes.", "claim: Not."]);
});

test.each([0, 1] as const)("an action changes nothing if the text of map %i has changed meanwhile", async (index) => {
  const typed = (maps: readonly OpenMap[]): void => maps[index]?.dispatch({ changes: { from: 0, insert: "// " } });
  const { maps, actions } = setUp({ "codeAction/resolve": { title: "Fix", edit: fix } }, typed);
  expect(await actions.apply({ title: "Fix" })).toBe("stale");
  expect(maps.map(textOf)).toEqual(
    ["claim: Yse.", "claim: No."].map((text, at) => (at === index ? `// ${text}` : text)),
  );
});

test("an action that came with its edit changes nothing after the text has changed", async () => {
  const { maps, actions } = setUp({ "textDocument/codeAction": [{ title: "Fix", edit: fix }] });
  const [action] = await actions.fixes(maps[0], whole);
  maps[0].dispatch({ changes: { from: 0, insert: "// " } });
  expect(action && (await actions.apply(action))).toBe("stale");
  expect(maps.map(textOf)).toEqual(["// claim: Yse.", "claim: No."]);
});

test("an action without an edit, because the server has a newer text, is stale", async () => {
  const { maps, actions } = setUp({ "codeAction/resolve": { title: "Fix" } });
  expect(await actions.apply({ title: "Fix" })).toBe("stale");
  expect(maps.map(textOf)).toEqual(["claim: Yse.", "claim: No."]);
});

test.each([
  ["is made in the version that it is for", 0, "applied", "claim: Yes."],
  ["is stale in another version", 1, "stale", "claim: Yse."],
  ["is stale in a map that was not open", null, "stale", "claim: Yse."],
] as const)("an edit of a card %s", async (_case, version, type, text) => {
  const documentChanges = [
    { textDocument: { uri: "memory:///a.argmap", version }, edits: fix.changes["memory:///a.argmap"] },
  ];
  const location = { uri: "memory:///a.argmap", range: whole };
  const { maps, server } = setUp({ "argmap/edit": { type: "edit", edit: { documentChanges }, location } });
  const edits = createCardEdits({
    server,
    fileOf: (uri) => maps.find((map) => map.uri === uri) ?? null,
    shownMap: () => "memory:///a.argmap",
    isWriting: () => false,
  });
  // Only the answer of the server matters here.
  const message = { type: "edit", map: "memory:///a.argmap", card: "a", version: 1, action: {} } as never;
  expect(await edits.apply(message)).toEqual({ type });
  expect(textOf(maps[0])).toBe(text);
});

test.each([
  [true, 0],
  [false, 10],
])("an edit of a card moves the cursor unless the user is writing (%s)", async (isWriting, cursor) => {
  const location = { uri: "memory:///a.argmap", range: place(0, 7, 10) };
  const { maps, server } = setUp({ "argmap/edit": { type: "edit", edit: { documentChanges: [] }, location } });
  const edits = createCardEdits({
    server,
    fileOf: (uri) => maps.find((map) => map.uri === uri) ?? null,
    shownMap: () => "memory:///a.argmap",
    isWriting: () => isWriting,
  });
  // Only the answer of the server matters here.
  await edits.apply({ type: "edit", map: "memory:///a.argmap", card: "a", version: 1, action: {} } as never);
  expect(maps[0].state.selection.main.head).toBe(cursor);
});
