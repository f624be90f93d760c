import axe from "axe-core";
import { describe, expect, test, vi } from "vitest";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { ToPanel } from "../../../../server/protocol/preview.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { claim, objection, premise, question, reason, reference, treeOf } from "../../../support/treeFixtures.ts";

// Other tests may keep the machine busy.
vi.setConfig({ testTimeout: 20_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;

const open = async (tree: Tree, options?: PreviewOptions): Promise<PreviewPage> => {
  preview = await openPreview(options);
  await preview.show(tree);
  return preview;
};

type Asked = Extract<ToPanel, { readonly type: "edit" }>;
const asked = async (): Promise<readonly Asked[]> =>
  (await preview.sentMessages()).flatMap((one) => (one.type === "edit" ? [one] : []));
const edits = async () => (await asked()).map(({ card, action }) => ({ card, ...action }));
const answer = async (is: object): Promise<void> => {
  const request = (await asked()).at(-1)?.request ?? 0;
  await preview.send({ type: "edited", request, answer: is });
};
const change = (from: Tree, to: Tree, version = 1): Promise<void> =>
  preview.send({ type: "change", from: version, to: version + 1, change: diffTrees(from, to) });
const press = (keys: string): Promise<void> => preview.page.keyboard.press(keys);
const type = (text: string): Promise<void> => preview.page.keyboard.type(text);
const focus = (id: string): Promise<void> => cardLocator(preview, id).focus();
const field = () => preview.page.locator("textarea.writing");
const boxOf = async (id: string) => {
  const box = await cardLocator(preview, id).locator(".box").boundingBox();
  if (box === null) throw new Error(`The card ${id} is not drawn.`);
  return box;
};
const middleOf = async (id: string) => {
  const { x, y, width, height } = await boxOf(id);
  return { x: x + width / 2, y: y + height / 2 };
};
const picture = (name: string) => preview.page.screenshot({ path: `${output}/editing ${name}.png` });

const plant = (...more: readonly ReturnType<typeof reason>[]) =>
  treeOf(
    claim(
      "The charge should stay.",
      { id: "keep" },
      reason("Cleaner air.", { id: "air" }, premise("It fell by a fifth.", { id: "fell" })),
      objection("Fewer customers.", { id: "shops" }),
      ...more,
    ),
    claim("The buses run to time.", { id: "buses" }, reason("Fewer cars.", { id: "cars" })),
  );
const small = plant();

describe("adding", () => {
  test("opens a new card in place at once, and asks for it once it is written", async () => {
    await open(small);
    await focus("keep");
    await press("r");
    await expect.poll(() => field().count()).toBe(1);
    expect(await cardLocator(preview, "(new)").count()).toBe(1);
    expect(await asked()).toEqual([]);
    await type("People walk more.");
    await picture("new card");
    await press("Shift+Enter");
    await type("They say so.");
    await press("Enter");
    expect(await edits()).toEqual([
      { card: "keep", do: "add", what: "reason", text: "People walk more.\n\nThey say so." },
    ]);
    expect((await asked())[0]).toMatchObject({ map: "file:///map.argmap", version: 1 });
  });

  test("the card that comes takes the place of the written one, and the keys", async () => {
    await open(small);
    await focus("keep");
    await press("o");
    await type("It costs.");
    await press("Enter");
    await answer({ is: "done" });
    expect(await field().count()).toBe(1);
    await change(small, plant(objection("It costs.", { id: "costs" })));
    expect(await field().count()).toBe(0);
    expect(await cardLocator(preview, "(new)").count()).toBe(0);
    await expect.poll(() => cardLocator(preview, "costs").evaluate((one) => one === document.activeElement)).toBe(true);
    await press("r");
    expect(await field().count()).toBe(1);
  });

  test("an empty new card that is given up leaves nothing, by Esc, Enter or elsewhere", async () => {
    await open(small);
    for (const end of ["Escape", "Enter", "Tab"]) {
      await focus("air");
      await press("p");
      expect(await field().count(), end).toBe(1);
      await press(end);
      expect(await field().count(), end).toBe(0);
    }
    await focus("air");
    await press("p");
    await type("not this");
    await press("Escape");
    expect(await asked()).toEqual([]);
    expect(await cardLocator(preview, "air").evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("what a kind of card cannot take does nothing", async () => {
    await open(small);
    await focus("keep");
    await press("p");
    await press("c");
    expect(await field().count()).toBe(0);
  });

  test("goes on while the map changes under it", async () => {
    await open(small);
    await focus("keep");
    await press("r");
    await type("People walk");
    await change(small, plant(objection("Another.", { id: "another" })));
    expect(await field().inputValue()).toBe("People walk");
    await type(" more.");
    await press("Enter");
    expect(await asked()).toMatchObject([{ version: 2, action: { text: "People walk more." } }]);
  });

  test("keeps what is written where it cannot be done, and says why", async () => {
    await open(small);
    await focus("keep");
    await press("r");
    await type("People walk more.");
    await press("Enter");
    await answer({ is: "refused", why: "The text could not be changed." });
    expect(await preview.page.locator(".notice").textContent()).toContain("The text could not be changed.");
    expect(await field().inputValue()).toBe("People walk more.");
    await field().focus();
    await press("Enter");
    expect((await asked()).length).toBe(2);
  });

  test("asks again of the map as it is now where that has changed meanwhile", async () => {
    await open(small);
    await focus("keep");
    await press("r");
    await type("More.");
    await press("Enter");
    await answer({ is: "stale" });
    expect((await asked()).length).toBe(1);
    await change(small, plant(objection("Another.", { id: "another" })));
    expect((await asked()).map(({ version }) => version)).toEqual([1, 2]);
  });

  test("asks again where only the text has changed, and not after Esc", async () => {
    await open(small);
    await focus("keep");
    for (const gaveUp of [false, true]) {
      await press("r");
      await type("More.");
      await press("Enter");
      const before = (await asked()).length;
      await answer({ is: "stale" });
      expect((await preview.sentMessages()).filter((one) => one.type === "again").length).toBe(gaveUp ? 2 : 1);
      if (gaveUp) await press("Escape");
      await preview.show(small);
      expect((await asked()).length - before).toBe(gaveUp ? 0 : 1);
      if (!gaveUp) await answer({ is: "refused", why: "No." });
      await press("Escape");
    }
    expect(await field().count()).toBe(0);
  });

  test("what is written next is kept when the one before comes, and can be handed in", async () => {
    await open(small);
    await focus("keep");
    await press("r");
    await type("First.");
    await press("Enter");
    await cardLocator(preview, "buses").click({ button: "right" });
    await preview.page.getByRole("menuitem", { name: "Add a reason" }).click();
    await expect.poll(() => field().evaluate((one) => one === document.activeElement)).toBe(true);
    await type("Second");
    await change(small, plant(reason("First.", { id: "first" })));
    await answer({ is: "done" });
    expect(await field().inputValue()).toBe("Second");
    await type(" one.");
    await press("Enter");
    expect((await edits()).at(-1)).toEqual({ card: "buses", do: "add", what: "reason", text: "Second one." });
  });
});

describe("writing", () => {
  test("stands exactly over the words, at any zoom, and in their font", async () => {
    await open(small);
    for (const zoom of [0, 2, -3]) {
      for (let n = 0; n < Math.abs(zoom); n++) await press(zoom > 0 ? "+" : "-");
      await focus("shops");
      const words = await cardLocator(preview, "shops").locator("text", { hasText: "Fewer customers." }).boundingBox();
      await press("F2");
      const box = await field().boundingBox();
      expect(Math.abs((box?.x ?? 0) - (words?.x ?? 99)), `${zoom}`).toBeLessThan(0.5);
      expect(
        Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - (words?.y ?? 99) - (words?.height ?? 0) / 2),
      ).toBeLessThan(0.5);
      await picture(`text ${zoom}`);
      await press("Escape");
    }
  });

  test("hands in other words on Enter, and on going elsewhere", async () => {
    await open(small);
    await focus("air");
    await press("e");
    await press("End");
    await type(" Much cleaner.");
    await cardLocator(preview, "shops").click();
    expect(await edits()).toEqual([{ card: "air", do: "write", text: "Cleaner air. Much cleaner." }]);
  });

  test("asks for nothing where the words are the same", async () => {
    await open(small);
    await focus("air");
    await press("F2");
    await press("Enter");
    expect(await field().count()).toBe(0);
    expect(await asked()).toEqual([]);
  });

  test("of a card that refers to another one, writes at that", async () => {
    const tree = treeOf(
      claim("A.", { id: "a" }, reason("R.", { id: "r" }, reference("b", "claim"))),
      claim("B.", { id: "b" }, reason("S.", { id: "s" })),
    );
    await open(tree);
    const referenceCard = tree.cards.find(({ form }) => form === "reference")?.id ?? "";
    await focus(referenceCard);
    await press("F2");
    expect(await field().inputValue()).toBe("B.");
    await type("!");
    await press("Enter");
    expect(await edits()).toEqual([{ card: "b", do: "write", text: "B.!" }]);
  });
});

describe("the menu", () => {
  test("opens by the right button, by its sign and by keys, and greys out what cannot be", async () => {
    await open(small);
    await cardLocator(preview, "keep").click({ button: "right" });
    const items = preview.page.locator("[role=menuitem]");
    expect(await items.allTextContents()).toEqual([
      "Add a reasonr",
      "Add an objectiono",
      "Add a premisep",
      "Add an assumptiona",
      "Add an answerc",
      "Add a questionu",
      "Edit the textF2",
      "Move to …m",
      "DeleteDel",
    ]);
    expect(await items.evaluateAll((all) => all.map((one) => one.getAttribute("aria-disabled")))).toEqual([
      "false",
      "false",
      "true",
      "true",
      "true",
      "false",
      "false",
      "false",
      "false",
    ]);
    await picture("menu");
    await press("Escape");
    expect(await items.count()).toBe(0);
    expect(await cardLocator(preview, "keep").evaluate((one) => one === document.activeElement)).toBe(true);
    for (const keys of ["Shift+F10", "ContextMenu"]) {
      await press(keys);
      expect(await items.count(), keys).toBe(9);
      await press("Escape");
    }
    await cardLocator(preview, "air").hover();
    await cardLocator(preview, "air").locator(".dots").click();
    await press("ArrowDown");
    await press("Enter");
    await type("New");
    await press("Enter");
    expect(await edits()).toEqual([{ card: "air", do: "add", what: "objection", text: "New" }]);
  });

  test("turns a reason", async () => {
    await open(small);
    await cardLocator(preview, "air").click({ button: "right" });
    await preview.page.getByRole("menuitem", { name: "Turn into an objection" }).click();
    expect(await edits()).toEqual([{ card: "air", do: "turn" }]);
  });
});

describe("deleting", () => {
  test("asks only where more than one entry goes", async () => {
    await open(small);
    await focus("air");
    await press("Delete");
    expect(await edits()).toEqual([{ card: "air", do: "delete", sure: false }]);
    await answer({ is: "unsure", question: "Delete this reason and 1 entry that depends on it?", yes: "Delete" });
    const dialog = preview.page.locator("dialog.question");
    await picture("question");
    await dialog.getByText("Cancel").click();
    expect(await dialog.count()).toBe(0);
    await press("Delete");
    await answer({ is: "unsure", question: "Delete this reason and 1 entry that depends on it?", yes: "Delete" });
    await dialog.getByText("Delete", { exact: true }).click();
    expect((await edits()).at(-1)).toEqual({ card: "air", do: "delete", sure: true });
    expect(await dialog.count()).toBe(0);
  });
});

describe("moving", () => {
  const drag = async (from: string, to: { readonly x: number; readonly y: number }) => {
    const { x, y } = await middleOf(from);
    await preview.page.mouse.move(x, y);
    await preview.page.mouse.down();
    await preview.page.mouse.move(x + 10, y + 10);
    await preview.page.mouse.move(to.x, to.y, { steps: 4 });
  };
  const hint = () => preview.page.locator(".hint").textContent();

  test("a card follows the pointer, says what dropping it would do, and is dropped", async () => {
    await open(small);
    await drag("shops", await middleOf("buses"));
    expect(await hint()).toBe("Objection to “The buses run to time.” · Alt: reason for");
    await picture("drag");
    expect(await preview.page.locator(".card.target").count()).toBeGreaterThan(2);
    await preview.page.mouse.up();
    expect(await edits()).toEqual([{ card: "shops", do: "move", to: "buses", as: "objection" }]);
    expect(await preview.page.locator(".ghost").count()).toBe(0);
    expect((await preview.sentMessages()).filter((one) => one.type === "open")).toEqual([]);
  });

  test("a text that changes meanwhile leaves the branch in the hand, and the page at work", async () => {
    await open(small);
    await drag("shops", await middleOf("buses"));
    await change(small, plant(objection("Another.", { id: "another" })));
    expect(await preview.page.locator(".ghost").count()).toBe(1);
    await preview.page.mouse.up();
    expect((await edits()).map((one) => one.do)).toEqual(["move"]);
    expect(await preview.page.locator(".ghost").count()).toBe(0);
  });

  test("Alt makes it the other kind of step", async () => {
    await open(small);
    await drag("shops", await middleOf("buses"));
    await preview.page.keyboard.down("Alt");
    expect(await hint()).toBe("Reason for “The buses run to time.” · without Alt: objection to");
    await preview.page.mouse.up();
    await preview.page.keyboard.up("Alt");
    expect(await edits()).toEqual([{ card: "shops", do: "move", to: "buses", as: "reason" }]);
  });

  test("what cannot be is dim and takes nothing; Esc gives up", async () => {
    await open(small);
    await drag("fell", await middleOf("buses"));
    expect(await hint()).toBe("Cannot hang on “The buses run to time.”");
    expect(await cardLocator(preview, "buses").getAttribute("class")).toContain("dimmed");
    await picture("drag impossible");
    await preview.page.mouse.up();
    await drag("fell", await middleOf("cars"));
    expect(await hint()).toBe("Premise of “Fewer cars.”");
    await press("Escape");
    await preview.page.mouse.up();
    expect(await asked()).toEqual([]);
    expect(await preview.page.locator(".ghost, .hint, .card.target").count()).toBe(0);
  });

  test("never into its own branch", async () => {
    await open(small);
    await drag("air", await middleOf("fell"));
    await preview.page.mouse.up();
    expect(await asked()).toEqual([]);
  });

  test("beside the cards, dragging still moves the picture", async () => {
    await open(small);
    const before = await boxOf("keep");
    await preview.page.mouse.move(20, 600);
    await preview.page.mouse.down();
    await preview.page.mouse.move(60, 570, { steps: 3 });
    await preview.page.mouse.up();
    const after = await boxOf("keep");
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([40, -30]);
  });

  test("by keys: m takes a branch up, Enter on its new place puts it there", async () => {
    await open(small);
    await focus("shops");
    await press("m");
    expect(await preview.page.locator(".notice").textContent()).toContain("Moving “Fewer customers.”");
    await focus("buses");
    await press("ArrowRight");
    await press("ArrowLeft");
    expect(await preview.page.locator(".notice").textContent()).toContain(
      "Enter: objection to “The buses run to time.” · Alt+Enter: reason for it",
    );
    await picture("move by keys");
    await press("Enter");
    expect(await edits()).toEqual([{ card: "shops", do: "move", to: "buses", as: "objection" }]);
    await answer({ is: "done" });
    await focus("shops");
    await press("m");
    await focus("cars");
    await press("Alt+Enter");
    expect((await edits()).at(-1)).toEqual({ card: "shops", do: "move", to: "cars", as: "reason" });
    await press("m");
    await press("Escape");
    expect(await preview.page.locator(".notice").count()).toBe(0);
  });
});

describe("in a large map", () => {
  const many = 1500;
  const large = treeOf(
    ...Array.from({ length: many }, (_, n) => claim(`Claim ${n}.`, { id: `c${n}` })),
    claim("The charge should stay.", { id: "keep" }, reason("Cleaner air.", { id: "air" })),
  );
  /** Shows the last card of the map, and gives it the keys. */
  const goToLast = async (): Promise<void> => {
    await open(large);
    await preview.send({ type: "mark", card: "air" });
    await focus("air");
  };
  /** How often something is put into a table: a walk over the whole map does so for each card. */
  const countSteps = (): Promise<void> =>
    preview.page.evaluate(() => {
      const counted = { steps: 0 };
      Object.assign(globalThis, { counted });
      for (const table of [Map, Set]) {
        const put = table === Map ? "set" : "add";
        // The two have no name for that in common.
        const own = (table.prototype as unknown as Record<string, (...given: unknown[]) => unknown>)[put];
        Object.assign(table.prototype, {
          [put](this: unknown, ...given: unknown[]) {
            counted.steps += 1;
            return own?.apply(this, given);
          },
        });
      }
    });
  const steps = (): Promise<number> => preview.page.evaluate<number>("counted.steps");

  test("the menu looks for the card above without going through the map for each card", async () => {
    await goToLast();
    await countSteps();
    await press("Shift+F10");
    expect(await preview.page.locator("[role=menuitem]").count()).toBe(10);
    expect(await steps()).toBeLessThan(10 * many);
  });

  test("a hand that moves on does not go through the map again", async () => {
    await goToLast();
    const { x, y } = await middleOf("air");
    await preview.page.mouse.move(x, y);
    await preview.page.mouse.down();
    await preview.page.mouse.move(x + 20, y + 20, { steps: 3 });
    await expect.poll(() => preview.page.locator(".hand .ghost").count()).toBe(1);
    await countSteps();
    await preview.page.mouse.move(x + 60, y + 40, { steps: 20 });
    // How the map is left may be told meanwhile, once.
    expect(await steps()).toBeLessThan(5 * many);
    await press("Escape");
    await preview.page.mouse.up();
  });
});

test("a branch that the menu has taken up goes to the card that is clicked", async () => {
  await open(small);
  await cardLocator(preview, "shops").click({ button: "right" });
  await preview.page.getByRole("menuitem", { name: "Move to" }).click();
  await cardLocator(preview, "buses").click();
  expect(await edits()).toEqual([{ card: "shops", do: "move", to: "buses", as: "objection" }]);
  expect((await preview.sentMessages()).filter((one) => one.type === "open")).toEqual([]);
});

test("has no serious fault of accessibility in any of its states", async () => {
  await open(small);
  const faults = async (part: string) =>
    preview.page.evaluate(async (part) => {
      // The library puts itself there.
      const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
      const { violations } = await axe.run(part);
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
    }, part);
  await preview.page.evaluate(axe.source);
  await focus("air");
  await press("Shift+F10");
  expect(await faults(".menu")).toEqual([]);
  await press("Escape");
  await press("r");
  expect(await faults(".writing")).toEqual([]);
  await press("Escape");
  await press("m");
  expect(await faults(".notice")).toEqual([]);
  await press("Escape");
  await press("Delete");
  await answer({ is: "unsure", question: "Delete this reason and 1 entry that depends on it?", yes: "Delete" });
  expect(await faults(".question")).toEqual([]);
});

test("the help names the keys", async () => {
  await open(small);
  await focus("air");
  await press("?");
  expect(await preview.page.locator("dialog.help").textContent()).toContain("Add an objection");
  await picture("help");
});

test("undo and redo are asked of the text, but not while words are written", async () => {
  await open(small);
  await focus("air");
  for (const keys of ["Control+z", "Control+y", "Control+Shift+Z"]) await press(keys);
  await press("F2");
  await press("Control+z");
  await press("Escape");
  const said = (await preview.sentMessages()).map(({ type }) => type).filter((one) => one === "undo" || one === "redo");
  expect(said).toEqual(["undo", "redo", "redo"]);
});

test("all of it works in the outline too", async () => {
  await open(
    treeOf(question("Q?", { id: "q" }, claim("A.", { id: "a" }, reason("R.", { id: "r" }))), claim("B.", { id: "b" })),
  );
  await press("t");
  await focus("a");
  const words = await cardLocator(preview, "a").locator("text", { hasText: "A." }).boundingBox();
  await press("F2");
  const box = await field().boundingBox();
  expect(Math.abs((box?.x ?? 0) - (words?.x ?? 99))).toBeLessThan(2);
  await press("Escape");
  await press("r");
  await type("In the outline.");
  await picture("outline");
  await press("Enter");
  expect(await edits()).toEqual([{ card: "a", do: "add", what: "reason", text: "In the outline." }]);
});

test.each(["dark", "high-contrast-dark"] as const)("looks right in %s", async (theme) => {
  await open(small, { theme, width: 760, height: 520 });
  await focus("air");
  await press("Shift+F10");
  await picture(`menu ${theme}`);
  await press("Escape");
  await press("o");
  await type("The winter was mild, and a mild winter has cleaner air than a cold one wherever one looks.");
  await picture(`new card ${theme}`);
  await press("Escape");
});
