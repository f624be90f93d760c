import { expect, test } from "vitest";
import { weighPage } from "../../../server/features/preview/weighedPage.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

const text = (sentence: readonly (string | { readonly label: string })[] | undefined): string | undefined =>
  sentence?.map((part) => (typeof part === "string" ? part : part.label)).join("");

test("explains each statement and step, in the language that is asked for", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const wanted = { suppositions: [{ card: card("less"), isTrue: false }], withLikelihoods: true, language: "de" };
  const page = await weighPage(workspace, trees, uri, wanted);
  expect(page?.weights).toHaveLength(5);
  const keep = page?.explanations.find((one) => one.card === card("keep"));
  expect(text(keep?.sentence)).toBe("Das fällt, weil der einzige Grund dafür, „The air got cleaner.“, fällt.");
  expect(keep?.changes).toHaveLength(0);
  const air = page?.explanations.find((one) => one.card === card("air"));
  expect(text(air?.sentence)).toBe("Das fällt, weil die Prämisse „There is less nitrogen dioxide.“ fällt.");
});

test("leaves out what would change the result of a large map", async () => {
  const wanted = { suppositions: [], withLikelihoods: false };
  const objections = (count: number): string =>
    `claim keep: The charge should stay.\n${"  objection: It costs money.\n".repeat(count)}`;
  const changesIn = async (count: number) => {
    const { uri, workspace, trees, card } = watchedMap(objections(count));
    const page = await weighPage(workspace, trees, uri, wanted);
    const keep = page?.explanations.find((one) => one.card === card("keep"));
    return { changes: keep?.changes.length, hasWithoutIt: keep?.withoutIt !== undefined };
  };
  expect(await changesIn(1)).toEqual({ changes: 1, hasWithoutIt: true });
  expect(await changesIn(400)).toEqual({ changes: 0, hasWithoutIt: false });
});

test("is undefined for a map that is not loaded", async () => {
  const { workspace, trees } = watchedMap(weighedCharge);
  const wanted = { suppositions: [], withLikelihoods: false };
  expect(await weighPage(workspace, trees, "file:///other.argmap", wanted)).toBeUndefined();
});

test("is undefined if the map changes meanwhile, so that nothing else is supposed", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const wanted = { suppositions: [{ card: card("less"), isTrue: false }], withLikelihoods: false };
  const page = weighPage(workspace, trees, uri, wanted);
  const start = { line: 0, character: 0 };
  const version = (workspace.get(uri)?.version ?? 0) + 1;
  workspace.update(uri, [{ range: { start, end: start }, text: "claim new: This is new.\n" }], version);
  expect(await page).toBeUndefined();
});
