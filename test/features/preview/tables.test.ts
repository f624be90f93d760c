import { expect, test } from "vitest";
import { entriesIn, type TableKind } from "../../../server/core/tables/table.ts";
import { entryWithoutCard, tablesForCards } from "../../../server/features/preview/tables.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { textsOf } from "../../support/tables/tables.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

test("leads from the cells to the cards of the tree", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions: [] });
  const [table] = result?.tables ?? [];
  const linked = new Set(table?.rows.flat().flatMap(({ text }) => entriesIn(text)));
  expect(linked).toEqual(new Set(["less", "trade", "all", "keep"].map(card)));
});

test("respects suppositions about cards", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const suppositions = [{ card: card("less"), isTrue: false }];
  const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions });
  const likelihoods = Object.fromEntries(textsOf(result?.tables[0]?.rows ?? []).map((row) => [row[0], row[2]]));
  const less = workspace.get(uri)?.file.exportedEntry("less")?.text ?? "";
  expect(likelihoods[less]).toBe("0%");
});

test("speaks the language that is asked for, in what it says and in what it computes", async () => {
  const { uri, workspace, trees } = watchedMap(`
    question what: What?
      answers: exactly-one
      claim keep by ann: Keep it.
        reason fair by ben: It is fair.
          premise equal: All pay the same.
            likelihood: likely
      claim drop rejected-by ann: Drop it.
        reason dear: It is dear.
    source report: Report
      reliability: B
    speaker ann: Ann
    speaker ben: Ben
  `);
  const tableIn = async (kind: TableKind) =>
    (await tablesForCards(workspace, trees, uri, { kind, suppositions: [], language: "de" }))?.tables[0];
  const headings = async (kind: TableKind) => (await tableIn(kind))?.columns.map(({ heading }) => heading);
  expect(await headings("positions")).toEqual(["Aussage", "Dafür", "Dagegen", "Ann", "Ben"]);
  expect(textsOf((await tableIn("positions"))?.rows ?? []).flat()).toEqual(
    expect.arrayContaining(["vertritt es", "lehnt es ab", "spricht dafür"]),
  );
  expect((await tableIn("answers"))?.title).toBe("Konkurrierende Antworten: What?");
  const totals = textsOf((await tableIn("answers"))?.totals ?? []);
  expect(totals.map(([heading]) => heading)).toEqual(["Was dagegenspricht", "Abgewogen", "Wahrscheinlichkeit"]);
  expect(totals[1]?.slice(2, 4)).toEqual(["Unentschieden", "Unentschieden"]);
  expect(textsOf((await tableIn("sources"))?.rows ?? [])[0]?.[1]).toBe("B: meist zuverlässig");
  expect(await headings("assumptions")).toContain("Gewicht");
});

test("shows a changed text at once, from the same weights", async () => {
  const { uri, workspace, trees } = watchedMap("claim keep: Keep it.\n  reason fair: It is fair.\n");
  const headings = async () => {
    const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions: [] });
    return textsOf(result?.tables[0]?.rows ?? []).map(([heading]) => heading);
  };
  expect(await headings()).toEqual(["It is fair."]);
  const { revision } = workspace.evaluations.of(uri) ?? expect.unreachable();
  workspace.update(
    uri,
    [{ range: { start: { line: 1, character: 21 }, end: { line: 1, character: 25 } }, text: "just" }],
    1,
  );
  expect(await headings()).toEqual(["It is just."]);
  expect(workspace.evaluations.of(uri)?.revision).toBe(revision);
});

test("leads to speakers and sources, which have no cards", async () => {
  const { uri, workspace, trees } = watchedMap("speaker ann: Ann\nclaim keep by ann: Keep it.\n");
  const result = await tablesForCards(workspace, trees, uri, { kind: "positions", suppositions: [] });
  const ann = result?.tables[0]?.columns.at(-1)?.entry ?? expect.unreachable();
  expect(trees.entryOf(uri, ann)).toBeUndefined();
  expect(entryWithoutCard(workspace, uri, ann)?.text).toBe("Ann");
});

test("answers nothing about a map that is not loaded", async () => {
  const { workspace, trees } = watchedMap(weighedCharge);
  const result = tablesForCards(workspace, trees, "file:///none.argmap", { kind: "sources", suppositions: [] });
  expect(await result).toBeUndefined();
});
