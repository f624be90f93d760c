/** What is chosen of cards that go and come back, as those do whose heads are retyped. */
import { describe, expect, test, vi } from "vitest";
import { saveView } from "../../../../client/webview/state/savedView.ts";
import { handleMessage, initialSession, type PageSession } from "../../../../client/webview/state/session.ts";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { cardLocator, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { claim, objection, premise, question, reason, treeOf } from "../../../support/treeFixtures.ts";

// Other tests may keep the machine busy.
vi.setConfig({ testTimeout: 20_000 });

const fell = premise("It fell by a fifth.", { id: "fell" });
const shops = objection("Fewer customers.", { id: "shops" });
const air = reason("Cleaner air.", { id: "air", name: "air" }, fell);
const walk = reason("People walk more.", { id: "walk" }, reason("They say so.", { id: "say" }));
const map = (...under: readonly ReturnType<typeof reason>[]): Tree => treeOf(claim("Stay.", { id: "keep" }, ...under));
const before = map(air, shops, walk);
/** The head of `air` is none for a moment, then one of another kind, with another identity. */
const between = map(shops, walk);
const after = map(objection("Cleaner air.", { id: "air2", name: "air" }, fell), shops, walk);

describe("in the session", () => {
  /** The session after some trees of one map, each as a change of the one before. */
  const through = (session: PageSession, ...trees: readonly Tree[]): PageSession =>
    trees.reduce((now, tree) => {
      if (now.tree === undefined || now.version === undefined) throw new Error("There is a tree.");
      const { version } = now;
      const change = diffTrees(now.tree, tree);
      if (change === undefined) return now;
      return handleMessage(now, { type: "change", from: version, to: version + 1, change }, () => undefined).session;
    }, session);
  const shown = (
    tree: Tree,
    choose: (choice: PageSession["viewOptions"]) => PageSession["viewOptions"],
  ): PageSession => {
    const { session } = handleMessage(
      initialSession,
      { type: "tree", uri: "file:///m.argmap", version: 1, tree },
      () => undefined,
    );
    return { ...session, viewOptions: choose(session.viewOptions) };
  };
  const folding =
    (...ids: readonly string[]) =>
    (choice: PageSession["viewOptions"]): PageSession["viewOptions"] => ({
      ...choice,
      exploration: { ...choice.exploration, folded: new Set(ids.map(toCardId)) },
    });
  const foldedIn = ({ viewOptions }: PageSession): readonly CardId[] => [...viewOptions.exploration.folded];

  test("a branch is folded again, with or without a name, and though it turned", () => {
    expect(foldedIn(through(shown(before, folding("air")), between, after))).toEqual(["air2"]);
    const turned = map(air, shops, objection("People walk more.", { id: "walk2" }));
    expect(foldedIn(through(shown(before, folding("walk")), map(air, shops), turned))).toEqual(["walk2"]);
  });

  test("it comes back in the change in which it goes", () => {
    expect(foldedIn(through(shown(before, folding("air")), after))).toEqual(["air2"]);
  });

  test("so do the focus, opened texts, questions that are filtered by, and what is selected", () => {
    const asked = treeOf(question("Why?", { id: "q", name: "why" }), claim("A.", { id: "a" }));
    const again = treeOf(question("Why?", { id: "q2", name: "why" }), claim("A.", { id: "a" }));
    const all = through(
      shown(asked, (choice) => ({
        ...choice,
        selected: toCardId("q"),
        exploration: {
          ...choice.exploration,
          focus: toCardId("q"),
          openTexts: new Set([toCardId("q")]),
          filter: { ...choice.exploration.filter, questions: new Set([toCardId("q")]) },
        },
      })),
      treeOf(claim("A.", { id: "a" })),
      again,
    ).viewOptions;
    expect(all).toMatchObject({ selected: "q2", exploration: { focus: "q2", openTexts: new Set(["q2"]) } });
    expect(all.exploration.filter.questions).toEqual(new Set(["q2"]));
  });

  test("a card that was there all along is not taken for one of the same words", () => {
    const [one, two] = ["one", "two"].map((id) => reason("Same.", { id }));
    if (one === undefined || two === undefined) throw new Error("There are two.");
    const session = through(shown(map(one, two), folding("one")), map(two));
    expect(foldedIn(session)).not.toContain("two");
    expect(foldedIn(through(session, map(reason("Same.", { id: "three" }), two)))).toEqual(["three"]);
  });

  test("the server that starts anew meanwhile, and how the map is left, change nothing of it", () => {
    const session = through(shown(before, folding("air")), between);
    const restarted = treeOf(claim("Stay.", { id: "1" }, objection("Fewer customers.", { id: "2" })));
    const { session: later } = handleMessage(
      session,
      { type: "tree", uri: "file:///m.argmap", version: 1, tree: restarted },
      () => undefined,
    );
    expect(foldedIn(later)).not.toContain("2");
    const back = treeOf(claim("Stay.", { id: "1" }, reason("Cleaner air.", { id: "9", name: "air" })));
    expect(foldedIn(through(later, back))).toEqual(["9"]);
    expect(saveView(session.viewOptions, between, undefined).folded).toEqual(["#air"]);
  });

  test("where no card comes or goes, what is chosen is the very same", () => {
    const session = shown(before, folding("air"));
    const typed = { ...before, cards: before.cards.map((card) => ({ ...card, text: `${card.text}!` })) };
    expect(through(session, typed).viewOptions).toBe(session.viewOptions);
    expect(through(session, map(air, shops)).viewOptions.exploration.folded).toBe(
      session.viewOptions.exploration.folded,
    );
  });
});

describe("in the page", () => {
  const { openPreview } = useBrowser();
  let preview: PreviewPage;
  let version = 1;

  const open = async (tree: Tree): Promise<void> => {
    version = 1;
    preview = await openPreview();
    await preview.show(tree);
  };
  const change = async (from: Tree, to: Tree): Promise<void> => {
    await preview.send({ type: "change", from: version, to: version + 1, change: diffTrees(from, to) });
    version += 1;
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await preview.page.keyboard.press(key);
  };
  const shown = async (): Promise<readonly string[]> =>
    preview.page
      .locator("[data-card]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-card") ?? "").sort());
  const focused = (): Promise<string | null | undefined> =>
    preview.page.evaluate(() => document.activeElement?.getAttribute("data-card"));

  test("folding and focus come back with the head", async () => {
    await open(before);
    await cardLocator(preview, "air").focus();
    await press(" ");
    expect(await shown()).toEqual(["air", "keep", "say", "shops", "walk"]);
    await change(before, between);
    await change(between, after);
    expect(await shown()).toEqual(["air2", "keep", "say", "shops", "walk"]);
    await cardLocator(preview, "air2").focus();
    await press("f");
    expect(await shown()).toEqual(["air2", "fell"]);
    await change(after, between);
    expect(await shown()).toEqual(["keep", "say", "shops", "walk"]);
    await change(between, after);
    expect(await shown()).toEqual(["air2", "fell"]);
  });

  test("Escape leaves the branch that is alone, and not one that is away", async () => {
    await open(before);
    await cardLocator(preview, "air").focus();
    await press("f");
    await change(before, between);
    await press("Escape");
    await change(between, after);
    expect(await shown()).toEqual(["air2", "fell"]);
    await press("Escape");
    expect(await shown()).toEqual(["air2", "fell", "keep", "say", "shops", "walk"]);
  });

  test("the keys go to the card beside the one that is gone, else to the one above", async () => {
    await open(before);
    await cardLocator(preview, "air").focus();
    await change(before, between);
    expect(await focused()).toBe("shops");
    await press("ArrowDown");
    expect(await focused()).toBe("walk");
    await press("ArrowRight");
    expect(await focused()).toBe("say");
    await change(between, map(shops));
    expect(await focused()).toBe("shops");
    await change(map(shops), map());
    expect(await focused()).toBe("keep");
  });

  test("so they do where a new card is taken back", async () => {
    await open(between);
    await cardLocator(preview, "keep").focus();
    await press("r");
    await preview.page.keyboard.type("New.");
    await press("Enter");
    const added = map(shops, walk, reason("New.", { id: "new" }));
    await change(between, added);
    await preview.send({ type: "edited", request: 1, answer: { is: "done" } });
    expect(await focused()).toBe("new");
    await press("Control+z");
    await change(added, between);
    expect(await focused()).toBe("walk");
    await press("ArrowUp");
    expect(await focused()).toBe("shops");
  });
});
