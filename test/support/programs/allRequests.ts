/** All requests that the server answers, to ask two servers the same. */
import * as v from "valibot";
import type {
  CallHierarchyItem,
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionList,
} from "vscode-languageserver-protocol/node";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import * as protocol from "../../../server/protocol/articles.ts";
import { CONVERT_PASTE, COUNTS, ENTRIES, MAP_TEXTS, MAPS } from "../../../server/protocol/maps.ts";
import { IMPORTS, TREE, TREE_CLOSED, treeResult } from "../../../server/protocol/tree.ts";
import { WEIGH, WEIGH_PAGE, weighedPage, weighResult } from "../../../server/protocol/weighing.ts";
import { fullCapabilities, type TemporaryFolder, type TestClient } from "./lspClient.ts";

/** Sends a request about a position or a file. */
export type Ask = (client: TestClient, at: TemporaryFolder) => Promise<unknown>;

const document = ({ uri }: TemporaryFolder) => ({ textDocument: { uri } });
const place = (at: TemporaryFolder) => ({ ...document(at), position: at.cursor });
const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const words = { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } };
const options = { tabSize: 2, insertSpaces: true };

const ask =
  (method: string, params: (at: TemporaryFolder) => object): Ask =>
  (client, at) =>
    client.connection.sendRequest(method, params(at));

/** Sends a second request about an item of the first answer. */
const askAboutItem =
  <T>(first: Ask, pick: (answer: never) => T | undefined, method: string, params: (item: T) => object): Ask =>
  async (client, at) => {
    // Each caller knows the type of the first answer.
    const item = pick((await first(client, at)) as never);
    return item === undefined ? null : client.connection.sendRequest(method, params(item));
  };

const text = (name: string, params: (at: TemporaryFolder) => object = place): [string, Ask] => [
  `textDocument/${name}`,
  ask(`textDocument/${name}`, params),
];
const actions = ask("textDocument/codeAction", (at) => ({
  ...document(at),
  range: { start: at.cursor, end: at.cursor },
  context: { diagnostics: [] },
}));
const lenses = ask("textDocument/codeLens", document);
const calls = ask("textDocument/prepareCallHierarchy", place);
const offers = ask("textDocument/completion", place);

/** Requests the tree of a map once, without following its changes. */
async function requestTree(client: TestClient, uri: string) {
  const result = v.parse(treeResult, await client.connection.sendRequest(TREE, { uri }));
  await client.connection.sendNotification(TREE_CLOSED, { uri });
  return result?.tree;
}

/** The places of the cards of a tree in drawing order, which name them independently of their ids. */
const placesOfCards = (tree: Tree): ReadonlyMap<CardId, string> =>
  new Map(tree.positions.map(({ card }, index) => [card, `card ${index}`]));

/** Returns a tree without ids. The order of its cards and links has no meaning. */
function describeTree(tree: Tree) {
  const places = placesOfCards(tree);
  const cards = new Map(tree.cards.map((card) => [card.id, card]));
  const sections = new Map(tree.sections.map(({ id }, index) => [id, `section ${index}`]));
  const links = (all: readonly { readonly a: CardId; readonly b: CardId }[]): readonly string[] =>
    all.map(({ a, b }) => [places.get(a), places.get(b)].sort().join(" and ")).sort();
  return {
    title: tree.title,
    language: tree.language,
    cards: tree.positions.map(({ card: id, parent }) => {
      const card = cards.get(id);
      return {
        ...card,
        id: places.get(id),
        parent: parent && places.get(parent),
        referencedCard: card?.referencedCard && places.get(card.referencedCard),
        section: card?.section && sections.get(card.section),
        quotes: card?.quotes.map((quote) => ({ ...quote, link: quote.link !== undefined })),
      };
    }),
    contradictions: links(tree.contradictions),
    restatements: links(tree.restatements),
    sections: tree.sections.map(({ id, parent, ...section }) => ({
      ...section,
      at: sections.get(id),
      parent: parent && sections.get(parent),
    })),
  };
}

/** All requests about a position or a file. */
export const requests: ReadonlyMap<string, Ask> = new Map([
  ...["declaration", "definition", "typeDefinition", "implementation", "documentHighlight", "hover"].map((name) =>
    text(name),
  ),
  ...["signatureHelp", "prepareRename", "linkedEditingRange"].map((name) => text(name)),
  text("references", (at) => ({ ...place(at), context: { includeDeclaration: true } })),
  text("rename", (at) => ({ ...place(at), newName: "renamed" })),
  text("selectionRange", (at) => ({ ...document(at), positions: [at.cursor] })),
  text("inlayHint", (at) => ({ ...document(at), range: all })),
  text("semanticTokens/range", (at) => ({ ...document(at), range: all })),
  text("rangeFormatting", (at) => ({ ...document(at), range: all, options })),
  text("onTypeFormatting", (at) => ({ ...place(at), ch: "\n", options })),
  text("formatting", (at) => ({ ...document(at), options })),
  ...["documentSymbol", "foldingRange", "documentLink"].map((name) => text(name, document)),
  [
    "textDocument/semanticTokens/full",
    async (client, at) => {
      const answer = await client.connection.sendRequest<{ readonly data: readonly number[] }>(
        "textDocument/semanticTokens/full",
        document(at),
      );
      return answer.data;
    },
  ],
  ["textDocument/completion", offers],
  [
    "completionItem/resolve",
    askAboutItem(
      offers,
      ({ items }: CompletionList) => items[0],
      "completionItem/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/codeAction", actions],
  [
    "codeAction/resolve",
    askAboutItem(
      actions,
      (found: CodeAction[] | null) => found?.find(({ data }) => data !== undefined),
      "codeAction/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/codeLens", lenses],
  [
    "codeLens/resolve",
    askAboutItem(
      lenses,
      (found: CodeLens[] | null) => found?.find(({ data }) => data !== undefined),
      "codeLens/resolve",
      (item) => item,
    ),
  ],
  ["textDocument/prepareCallHierarchy", calls],
  ...["incomingCalls", "outgoingCalls"].map((name): [string, Ask] => [
    `callHierarchy/${name}`,
    askAboutItem(
      calls,
      (items: CallHierarchyItem[] | null) => items?.[0],
      `callHierarchy/${name}`,
      (item) => ({ item }),
    ),
  ]),
  ...[protocol.PASSAGES, protocol.COVERAGE].map((name): [string, Ask] => [name, ask(name, ({ uri }) => ({ uri }))]),
  ...[COUNTS, ENTRIES, MAP_TEXTS].map((name): [string, Ask] => [name, ask(name, ({ uri }) => ({ uri }))]),
  [MAPS, ask(MAPS, () => ({}))],
  [
    CONVERT_PASTE,
    ask(CONVERT_PASTE, ({ uri, cursor }) => ({
      uri,
      range: { start: cursor, end: cursor },
      text: "[Keep]: It stays.\n  + [Air]: It is clean.\n",
    })),
  ],
  [IMPORTS, ask(IMPORTS, ({ uri }) => ({ uri }))],
  [
    TREE,
    async (client, { uri }) => {
      const tree = await requestTree(client, uri);
      return tree && describeTree(tree);
    },
  ],
  [
    WEIGH,
    async (client, { uri }) => {
      const tree = v.parse(treeResult, await client.connection.sendRequest(TREE, { uri }))?.tree;
      const params = { uri, suppositions: [], withLikelihoods: false };
      const answer = v.parse(v.nullable(weighResult), await client.connection.sendRequest(WEIGH, params));
      await client.connection.sendNotification(TREE_CLOSED, { uri });
      const places = tree && placesOfCards(tree);
      const weights = answer?.weights?.map((weight) => ({ ...weight, card: places?.get(weight.card) }));
      return weights?.sort((a, b) => ((a.card ?? "") < (b.card ?? "") ? -1 : 1));
    },
  ],
  [
    WEIGH_PAGE,
    async (client, { uri }) => {
      const tree = v.parse(treeResult, await client.connection.sendRequest(TREE, { uri }))?.tree;
      const params = { uri, suppositions: [], withLikelihoods: true, language: "de" };
      const answer = v.parse(v.nullable(weighedPage), await client.connection.sendRequest(WEIGH_PAGE, params));
      await client.connection.sendNotification(TREE_CLOSED, { uri });
      const places = tree && placesOfCards(tree);
      const standings = answer?.explanations.map(({ card, standing }) => `${places?.get(card)} ${standing}`);
      return standings?.sort();
    },
  ],
  text("diagnostic", document),
  [protocol.READER_TEXT, ask(protocol.READER_TEXT, ({ uriOf }) => ({ uri: uriOf("report.txt") }))],
  [protocol.TARGETS, ask(protocol.TARGETS, ({ uriOf }) => ({ article: uriOf("report.txt"), query: "ke" }))],
  [protocol.NEW_MAP, ask(protocol.NEW_MAP, ({ uriOf }) => ({ article: uriOf("report.txt") }))],
  [
    protocol.LOCATE_QUOTE,
    async (client, { uri }) => {
      const tree = await requestTree(client, uri);
      const quote = tree?.cards.flatMap(({ quotes }) => quotes).find(({ link }) => link !== undefined)?.link;
      return quote === undefined ? null : client.connection.sendRequest(protocol.LOCATE_QUOTE, { uri, quote });
    },
  ],
  [
    protocol.QUOTE,
    ask(protocol.QUOTE, ({ uri, uriOf }) => ({
      article: uriOf("report.txt"),
      selections: [words],
      map: uri,
      addition: "claim",
    })),
  ],
  [
    protocol.SPEAKERS,
    ask(protocol.SPEAKERS, ({ uri, uriOf }) => ({ article: uriOf("report.txt"), selections: [words], map: uri })),
  ],
  [protocol.ADD_SPEAKER, ask(protocol.ADD_SPEAKER, ({ uri }) => ({ map: uri, text: "Wei Zongyou" }))],
  [
    protocol.PASTE,
    ask(protocol.PASTE, ({ uri, uriOf, cursor }) => ({
      article: uriOf("report.txt"),
      selections: [words],
      text: "it fell",
      textPosition: { uri, position: cursor },
    })),
  ],
  ["workspace/symbol", ask("workspace/symbol", () => ({ query: "ke" }))],
  [
    "workspace/willRenameFiles",
    ask("workspace/willRenameFiles", ({ uriOf }) => ({
      files: [{ oldUri: uriOf("people.argmap"), newUri: uriOf("sub/people.argmap") }],
    })),
  ],
]);

/** The requests that open and close the tree of a map, and so cannot run at the same time. */
export const requestsOfTrees: ReadonlySet<string> = new Set([TREE, WEIGH, WEIGH_PAGE, protocol.LOCATE_QUOTE]);

/** The capabilities of an editor that supports everything. */
export const allCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ["create" as const] },
    fileOperations: { willRename: true },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

/** An answer without versions and ids, which differ between servers. */
export function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !["version", "resultId", "id"].includes(key) && (key !== "data" || Array.isArray(item)))
      .map(([key, item]) => [key, withoutIds(item)]),
  );
}
