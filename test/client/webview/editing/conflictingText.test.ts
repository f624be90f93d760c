/** What is being written while the map, or which map is shown, changes. */
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { ToPage } from "../../../../server/protocol/preview.ts";
import { cardLocator, output, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { claim, objection, reason, treeOf } from "../../../support/treeFixtures.ts";

// Other tests may keep the machine busy.
vi.setConfig({ testTimeout: 20_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;

const saying = (text: string): Tree =>
  treeOf(claim("Stay.", { id: "keep" }, reason(text, { id: "air" }), objection("Fewer customers.", { id: "shops" })));
const before = saying("Cleaner air.");
const after = saying("Much cleaner air.");
const open = async (): Promise<void> => {
  preview = await openPreview();
  await preview.show(before);
};
const change = async (from: Tree, to: Tree, version = 1): Promise<void> =>
  preview.send({ type: "change", from: version, to: version + 1, change: diffTrees(from, to) });
const another = (): Promise<void> =>
  preview.send({ type: "tree", uri: "file:///other.argmap", version: 1, tree: treeOf(claim("B.")) } satisfies ToPage);
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await preview.page.keyboard.press(key);
};
const edits = async () => (await preview.sentMessages()).flatMap((one) => (one.type === "edit" ? [one] : []));
const field = () => preview.page.locator("textarea.writing");
const newer = () => preview.page.locator(".newer");
const notice = () => preview.page.locator(".notice");

/** Words are added to `air`, whose text becomes another one meanwhile. */
async function writing(): Promise<void> {
  await open();
  await cardLocator(preview, "air").focus();
  await press("F2");
  await preview.page.keyboard.type(" Mine.");
  expect(await newer().count()).toBe(0);
  await change(before, after);
  await newer().waitFor();
}

test("a text that has changed meanwhile is shown, and replaced only when one says so", async () => {
  await writing();
  expect(await newer().textContent()).toContain("Much cleaner air.");
  expect(await preview.page.getByRole("status").allTextContents()).toContain(
    "The text has changed meanwhile: Much cleaner air.",
  );
  await preview.page.screenshot({ path: `${output}/editing overtaken.png` });
  await preview.page.evaluate(axe.source);
  const faults = await preview.page.evaluate(async () => {
    // The library puts itself there.
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    return (await axe.run(".newer")).violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  await press("Enter");
  expect(await edits()).toEqual([]);
  await press("Escape");
  expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
  await press("Enter", "Enter");
  expect(await edits()).toMatchObject([{ version: 2, action: { do: "write", text: "Cleaner air. Mine." } }]);
  expect(await newer().count()).toBe(0);
});

test("it is not replaced by going elsewhere, and can be kept", async () => {
  await writing();
  await cardLocator(preview, "keep").click();
  expect(await edits()).toEqual([]);
  expect(await field().inputValue()).toBe("Cleaner air. Mine.");
  await preview.page.getByRole("button", { name: "Keep it" }).click();
  expect(await field().count()).toBe(0);
  expect(await cardLocator(preview, "air").textContent()).toContain("Much cleaner air.");
  expect(await edits()).toEqual([]);
});

test("what is written is told when another map is shown, and still when that one goes", async () => {
  await open();
  await cardLocator(preview, "keep").focus();
  await press("r");
  await preview.page.keyboard.type("People walk more.");
  await another();
  expect(await notice().textContent()).toContain("You wrote: “People walk more.”");
  await preview.show(before);
  expect(await notice().textContent()).toContain("You wrote: “People walk more.”");
});

test("what is refused when another map is shown is told with its words", async () => {
  await open();
  await cardLocator(preview, "keep").focus();
  await press("r");
  await preview.page.keyboard.type("People walk more.");
  await press("Enter");
  await another();
  expect(await notice().count()).toBe(0);
  await preview.send({ type: "edited", request: 1, answer: { is: "stale" } });
  expect(await notice().textContent()).toContain("You wrote: “People walk more.”");
});

test("a question whether to delete is asked again where more would go by now", async () => {
  await open();
  await cardLocator(preview, "keep").focus();
  await press("Delete");
  await preview.send({ type: "edited", request: 1, answer: { is: "unsure", question: "Delete 3?", yes: "Delete" } });
  await change(before, after);
  await preview.page.getByRole("button", { name: "Delete" }).click();
  expect((await edits()).at(-1)).toMatchObject({ version: 2, action: { do: "delete", sure: false } });
  await preview.send({ type: "edited", request: 2, answer: { is: "unsure", question: "Delete 4?", yes: "Delete" } });
  expect(await preview.page.getByRole("dialog").textContent()).toContain("Delete 4?");
  await preview.page.getByRole("button", { name: "Delete" }).click();
  expect((await edits()).at(-1)).toMatchObject({ version: 2, action: { do: "delete", sure: true } });
});

test("words that are nowhere else any more stay through Escape and what is done next, until they are put away", async () => {
  await open();
  await cardLocator(preview, "keep").focus();
  await press("r");
  await preview.page.keyboard.type("People walk more.");
  const aloud = await preview.page.getByRole("status").elementHandles();
  await another();
  // The line has been there before its words.
  expect(await Promise.all(aloud.map((one) => one.textContent()))).toContainEqual(
    expect.stringContaining("“People walk more.”"),
  );
  await preview.show(before);
  await cardLocator(preview, "air").focus();
  await press("Escape", "x");
  await preview.send({ type: "edited", request: 1, answer: { is: "refused", why: "No." } });
  expect(await notice().allTextContents()).toEqual([expect.stringContaining("“People walk more.”"), "No."]);
  await preview.page.screenshot({ path: `${output}/editing lost words.png` });
  await press("Escape");
  expect(await notice().allTextContents()).toEqual([expect.stringContaining("“People walk more.”")]);
  await preview.page.getByRole("button", { name: "Put these words away" }).click();
  expect(await notice().count()).toBe(0);
});

test("a question stays the one that was asked while more waits, and the next one is asked afresh", async () => {
  await open();
  for (const card of ["keep", "air"]) {
    await cardLocator(preview, card).focus();
    await press("Delete");
  }
  await preview.send({ type: "edited", request: 1, answer: { is: "unsure", question: "Delete 3?", yes: "Delete" } });
  const dialog = preview.page.getByRole("dialog");
  expect([await dialog.textContent(), (await edits()).length]).toEqual([expect.stringContaining("Delete 3?"), 1]);
  await preview.page.getByRole("button", { name: "Delete" }).focus();
  await press("Enter");
  await preview.send({ type: "edited", request: 2, answer: { is: "done" } });
  await preview.send({ type: "edited", request: 3, answer: { is: "unsure", question: "Delete 2?", yes: "Delete" } });
  expect(await dialog.textContent()).toContain("Delete 2?");
  expect(
    await preview.page.getByRole("button", { name: "Cancel" }).evaluate((one) => one === document.activeElement),
  ).toBe(true);
});
