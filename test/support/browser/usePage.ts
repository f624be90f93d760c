/** The page that a test has opened, with the actions and queries that tests of the page share. */
import type { Locator, Page } from "playwright-core";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { EditAnswer, ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "./openPage.ts";
import { cardBox, zoomFactor } from "./pageGeometry.ts";
import { useBrowser } from "./useBrowser.ts";

type MessageOf<Type extends ToPanel["type"]> = Extract<ToPanel, { readonly type: Type }>;

export interface PageFixture {
  readonly preview: () => PreviewPage;
  readonly page: () => Page;
  /** Opens a new page, and shows a tree in it if there is one. */
  readonly open: (tree?: Tree, options?: PreviewOptions) => Promise<void>;
  /** Shows a whole tree in the open page, as version 1 of a map. */
  readonly showTree: (tree: Tree, uri?: string) => Promise<void>;
  /** Sends the change from the tree that is shown to another one, as the next version. */
  readonly changeTo: (tree: Tree) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly card: (id: string) => Locator;
  readonly focusCard: (id: string) => Promise<void>;
  /** The id of the focused card. */
  readonly focusedCard: () => Promise<string | null | undefined>;
  readonly hasFocus: (element: Locator) => Promise<boolean>;
  /** The ids of the cards in the document, sorted. */
  readonly shownCards: () => Promise<readonly string[]>;
  /** The box of a card in the window, without its marks. Throws if the card is not drawn. */
  readonly boxOf: (id: string) => Promise<Box>;
  readonly zoomFactor: () => Promise<number>;
  /** The messages of a type that the page has sent. */
  readonly sent: <Type extends ToPanel["type"]>(type: Type) => Promise<readonly MessageOf<Type>[]>;
  /** The edits that the page has requested: the card and the action. */
  readonly sentEdits: () => Promise<readonly object[]>;
  /** Answers the latest edit request. */
  readonly answerEdit: (answer: EditAnswer) => Promise<void>;
  /** The text field in which a card is edited. */
  readonly textField: () => Locator;
  /** Saves a picture of the page for a human to look at. */
  readonly screenshot: (name: string) => Promise<void>;
}

export const MAP_URI = "file:///map.argmap";

/** Starts a browser for the tests of a file. `defaults` are the options of each page. */
export function usePage(defaults: PreviewOptions = {}): PageFixture {
  const { openPreview } = useBrowser();
  let opened: PreviewPage | undefined;
  let shown: { readonly tree: Tree; readonly version: number } | undefined;

  const preview = (): PreviewPage => {
    if (opened === undefined) throw new Error("The test has not opened a page.");
    return opened;
  };
  const page = (): Page => preview().page;
  const card = (id: string): Locator => cardLocator(preview(), id);

  async function showTree(tree: Tree, uri = MAP_URI): Promise<void> {
    shown = { tree, version: 1 };
    await preview().send({ type: "tree", uri, version: 1, tree } satisfies ToPage);
  }

  async function sent<Type extends ToPanel["type"]>(type: Type): Promise<readonly MessageOf<Type>[]> {
    const isWanted = (message: ToPanel): message is MessageOf<Type> => message.type === type;
    return (await preview().sentMessages()).filter(isWanted);
  }

  return {
    preview,
    page,
    card,
    showTree,
    sent,
    async open(tree, options) {
      opened = await openPreview({ ...defaults, ...options });
      if (tree !== undefined) await showTree(tree);
    },
    async changeTo(tree) {
      if (shown === undefined) throw new Error("The test has not shown a tree.");
      const { tree: before, version } = shown;
      const change = diffTrees(before, tree);
      if (change === undefined) throw new Error("The trees do not differ.");
      shown = { tree, version: version + 1 };
      await preview().send({ type: "change", from: version, to: version + 1, change } satisfies ToPage);
    },
    async press(...keys) {
      for (const key of keys) await page().keyboard.press(key);
    },
    type: (text) => page().keyboard.type(text),
    focusCard: (id) => card(id).focus(),
    focusedCard: () => page().evaluate(() => document.activeElement?.getAttribute("data-card")),
    hasFocus: (element) => element.evaluate((one) => one === document.activeElement),
    shownCards: () =>
      page()
        .locator("[data-card]")
        .evaluateAll((cards) => cards.map((one) => one.getAttribute("data-card") ?? "").sort()),
    boxOf: (id) => cardBox(preview(), id),
    zoomFactor: () => zoomFactor(preview()),
    sentEdits: async () => (await sent("edit")).map(({ card: id, action }) => ({ card: id, ...action })),
    async answerEdit(answer) {
      const requestId = (await sent("edit")).at(-1)?.requestId ?? 0;
      await preview().send({ type: "editAnswer", requestId, answer } satisfies ToPage);
    },
    textField: () => page().locator("textarea.inline-editor"),
    async screenshot(name) {
      await page().screenshot({ path: `${output}/${name}.png` });
    },
  };
}
