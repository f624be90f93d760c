import { expect, test } from "vitest";
import { initialSession, type PageSession } from "../../../../client/webview/state/session.ts";
import { withTable } from "../../../../client/webview/state/viewOptions.ts";
import { askForTables, handleTables, shownTables } from "../../../../client/webview/tables/tables.ts";
import type { CardId } from "../../../../server/core/tree/tree.ts";
import { tableOfTexts } from "../../../support/tables/tables.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";

const loaded: PageSession = { ...initialSession, map: "file:///map.argmap", tree: ardmore };
const showing = (session: PageSession, kind: "sources" | "positions"): PageSession => ({
  ...session,
  viewOptions: withTable(session.viewOptions, { isShown: true, kind }),
});
const result = { tables: [tableOfTexts<CardId>([["A"], ["1"]])] };

test("asks nothing while the picture is shown", () => {
  expect(askForTables(loaded).outgoing).toEqual([]);
});

test("asks one question at a time, and again when the tree has changed", () => {
  const first = askForTables(showing(loaded, "sources"));
  expect(first.outgoing).toMatchObject([{ type: "makeTables", kind: "sources", requestId: 1 }]);
  const changed = { ...first.session, tree: { ...ardmore } };
  expect(askForTables(changed).outgoing, "an answer is pending").toEqual([]);
  const answered = handleTables(changed, 1, result);
  expect(shownTables(answered)).toBe(result.tables);
  expect(askForTables(answered).outgoing).toMatchObject([{ requestId: 2 }]);
});

test("asks nothing more while nothing changes", () => {
  const { session } = askForTables(showing(loaded, "sources"));
  expect(askForTables(handleTables(session, 1, result)).outgoing).toEqual([]);
});

test("shows no table of another kind, and keeps what is shown if the server cannot answer", () => {
  const { session } = askForTables(showing(loaded, "sources"));
  const answered = handleTables(session, 1, result);
  expect(shownTables(showing(answered, "positions"))).toBeUndefined();
  const again = askForTables({ ...answered, tree: { ...ardmore } }).session;
  expect(shownTables(handleTables(again, 2, null))).toBe(result.tables);
});
