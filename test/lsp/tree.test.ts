import * as v from "valibot";
import { expect, test } from "vitest";
import { applyChange } from "../../server/core/tree/applyChange.ts";
import type { Card } from "../../server/core/tree/tree.ts";
import * as protocol from "../../server/protocol/tree.ts";
import { map, mark } from "../support/maps/markedMap.ts";
import { MessageLog, openInServer, type TemporaryFolder, type TestClient } from "../support/programs/lspClient.ts";

type TreeChanged = v.InferOutput<typeof protocol.treeChangedParams>;

/** Requests the tree of a file like a preview, and records its changes. */
async function watchTree(client: TestClient, { uri }: TemporaryFolder) {
  const changed = new MessageLog<TreeChanged>();
  // Validates every message, like the extension.
  client.connection.onNotification(protocol.TREE_CHANGED, (message: unknown) =>
    changed.add(v.parse(protocol.treeChangedParams, message)),
  );
  const answer = v.parse(protocol.treeResult, await client.connection.sendRequest(protocol.TREE, { uri }));
  if (answer === null) throw new Error("The file has no tree.");
  const { tree, version } = answer;
  return { tree, version, changed };
}

/** The card with a text or name. */
const findCard = (cards: readonly Card[], textOrName: string): Card => {
  const found = cards.find(({ text, name }) => text === textOrName || name === textOrName);
  if (found === undefined) throw new Error(`There is no card “${textOrName}”.`);
  return found;
};

const emptyRange = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

test("sends the tree, and then its changes while the user types", async () => {
  const { client, at } = await openInServer(map`
    map: The old town
    claim keep: It stays.
      reason air: Cleaner air.
  `);
  const { tree, version, changed } = await watchTree(client, at);
  expect(tree.title).toBe("The old town");
  expect(tree.cards.map(({ text }) => text)).toEqual(["It stays.", "Cleaner air."]);

  await client.change(at.uri, { range: emptyRange(2, 26), text: " now" });
  const typed = await changed.latest(({ from }) => from === version);
  expect(typed).toMatchObject({ uri: at.uri, from: version, to: version + 1 });
  expect(typed.change.changed.map(({ text }) => text)).toEqual(["Cleaner air. now"]);
  expect([typed.change.moved, typed.change.removed]).toEqual([[], []]);

  await client.change(at.uri, { range: emptyRange(3, 0), text: "  objection: It costs.\n" });
  const added = await changed.latest(({ from }) => from === typed.to);
  const current = applyChange(applyChange(tree, typed.change), added.change);
  expect(current.cards.map(({ text }) => text)).toEqual(["It stays.", "Cleaner air. now", "It costs."]);
  expect(current.positions).toHaveLength(3);
});

test("cards contain the problems of their entries, also after an edit", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n  reason air: Cleaner air.\n");
  const { changed } = await watchTree(client, at);
  await client.change(at.uri, { range: emptyRange(1, 12), text: " for keen" });
  const { change } = await changed.latest(() => true);
  const [problem] = change.changed.flatMap(({ problems }) => problems);
  expect(problem).toMatchObject({ severity: "error", message: expect.stringContaining("keen") });
});

/** A map that uses a claim of another map. */
const withAir = map`
  import air: air.argmap
  claim keep: It stays.
    reason:
      premise air.fell
  === air.argmap
  claim fell: It fell.
`;

test("the tree contains imported claims, and changes when they are edited", async () => {
  const { client, at } = await openInServer(withAir);
  const { tree, changed } = await watchTree(client, at);
  expect(tree.cards.map(({ text }) => text)).toContain("It fell.");
  const air = at.uriOf("air.argmap");
  await client.open(air, "claim fell: It fell.\n");
  await client.change(air, { range: emptyRange(0, 20), text: " by a fifth" });
  const { change } = await changed.latest((message) => message.change.changed.length > 0);
  expect(change.changed.map(({ text }) => text)).toContain("It fell. by a fifth");
});

test("finds the position of a card and the card at a position, also for the use of a claim", async () => {
  const source = map`
    claim ⟦keep⟧: It stays.
      reason air: Cleaner air.
        premise fell: It fell.
    claim drop: It goes.
      reason:
        premise fell
  `;
  const { client, at } = await openInServer(source);
  const { tree } = await watchTree(client, at);
  const { connection } = client;
  const { uri } = at;
  const locate = async ({ id }: Card) =>
    v.parse(protocol.locateResult, await connection.sendRequest(protocol.LOCATE, { uri, card: id }));
  const location = await locate(findCard(tree.cards, "keep"));
  expect(mark(at, { targets: location === null ? [] : [location], cursor: false })).toBe(source);

  const cardAt = async (line: number, character: number) => {
    const params = { uri, textPosition: { uri, position: { line, character } } };
    return v.parse(protocol.cardAtResult, await connection.sendRequest(protocol.CARD_AT, params))?.card;
  };
  expect(await cardAt(1, 20)).toBe(findCard(tree.cards, "Cleaner air.").id);
  expect(await cardAt(2, 0)).toBe(findCard(tree.cards, "It fell.").id);
  const reference = tree.cards.find(({ form }) => form === "reference");
  expect(reference?.referencedCard).toBe(findCard(tree.cards, "It fell.").id);
  expect(await cardAt(5, 12), "the card of the use, not of the claim").toBe(reference?.id);
  if (reference === undefined) throw new Error("There is no reference card.");
  expect(await locate(reference)).toEqual({
    uri,
    range: { start: { line: 5, character: 12 }, end: { line: 5, character: 16 } },
  });
});

test("positions of cards stay correct when lines are inserted above", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { tree } = await watchTree(client, at);
  await client.change(at.uri, { range: emptyRange(0, 0), text: "// remark\n\n" });
  const params = { uri: at.uri, card: findCard(tree.cards, "keep").id };
  const location = v.parse(protocol.locateResult, await client.connection.sendRequest(protocol.LOCATE, params));
  expect(location?.range.start).toEqual({ line: 2, character: 6 });
});

test("sends no changes after the preview is closed", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { changed } = await watchTree(client, at);
  await client.connection.sendNotification(protocol.TREE_CLOSED, { uri: at.uri });
  const version = await client.change(at.uri, { range: emptyRange(0, 12), text: "Indeed. " });
  await client.waitForErrors(at.uri, [], version);
  // Messages are sent in order, so a change would have arrived before these answers.
  await client.connection.sendRequest(protocol.TREE, { uri: at.uri });
  await client.connection.sendRequest(protocol.TREE, { uri: at.uri });
  expect(changed.all).toEqual([]);
});

test("an unknown file has no tree, and an unknown card no position", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  await watchTree(client, at);
  const { connection } = client;
  expect(await connection.sendRequest(protocol.TREE, { uri: at.uriOf("none.argmap") })).toBeNull();
  expect(await connection.sendRequest(protocol.LOCATE, { uri: at.uri, card: "99999" })).toBeNull();
});

test("a tree follows the file on disk after the text is closed, and the text after it is reopened", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { tree, version, changed } = await watchTree(client, at);
  await client.close(at.uri);
  const [id] = tree.cards.map((one) => one.id);
  expect(await client.connection.sendRequest(protocol.LOCATE, { uri: at.uri, card: id })).not.toBeNull();
  at.write(at.uri.slice(at.folder.length), "claim keep: It stays.\n  reason: Cleaner air.\n");
  await client.notifyChangedOnDisk(at.uri);
  const written = await changed.latest(({ from }) => from === version);
  expect(written.change.changed.map(({ text }) => text)).toContain("Cleaner air.");
  await client.open(at.uri, "claim keep: It stays.\n  objection: It costs.\n");
  const reopened = await changed.latest(({ from }) => from === written.to);
  expect(reopened.change.changed.map(({ text }) => text)).toContain("It costs.");
});

test("two previews of a map have the same version", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { version, changed } = await watchTree(client, at);
  const second = v.parse(protocol.treeResult, await client.connection.sendRequest(protocol.TREE, { uri: at.uri }));
  expect(second?.version).toBe(version);
  await client.change(at.uri, { range: emptyRange(0, 12), text: "Indeed. " });
  expect((await changed.latest(() => true)).from).toBe(version);
});

test("opening a second preview while a file is being read does not take a change away from the first one", async () => {
  const { client, at } = await openInServer(withAir);
  const { version, changed } = await watchTree(client, at);
  const announced = changed.latest(() => true);
  at.write("air.argmap", "claim fell: It fell by a fifth.\n");
  // Sent together: the request waits until the file is read.
  const [, answer] = await Promise.all([
    client.notifyChangedOnDisk(at.uriOf("air.argmap")),
    client.connection.sendRequest(protocol.TREE, { uri: at.uri }),
  ]);
  const second = v.parse(protocol.treeResult, answer);
  expect(second?.tree.cards.map(({ text }) => text)).toContain("It fell by a fifth.");
  const { from, to, change } = await announced;
  expect([from, to]).toEqual([version, second?.version]);
  expect(change.changed.map(({ text }) => text)).toEqual(["It fell by a fifth."]);
});

test("a preview that is opened while a file is being read gets its tree even if the user types", async () => {
  const { client, at } = await openInServer(map`
    claim keep: It stays.
    === air.argmap
    claim fell: It fell.
  `);
  await client.change(at.uri, { range: emptyRange(0, 0), text: "import: air.argmap\n" });
  const [answer] = await Promise.all([
    client.connection.sendRequest(protocol.TREE, { uri: at.uri }),
    client.change(at.uri, { range: emptyRange(1, 12), text: "Indeed. " }),
  ]);
  const tree = v.parse(protocol.treeResult, answer)?.tree;
  expect(tree?.cards.map(({ text }) => text)).toContain("Indeed. It stays.");
});

test("announces that a watched map was deleted, and that it was created again", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  at.write("other.argmap", "claim other: It goes.\n");
  const uri = at.uriOf("other.argmap");
  const replaced = new MessageLog<v.InferOutput<typeof protocol.treeReplacedParams>>();
  client.connection.onNotification(protocol.TREE_REPLACED, (message: unknown) =>
    replaced.add(v.parse(protocol.treeReplacedParams, message)),
  );
  const tree = async () => v.parse(protocol.treeResult, await client.connection.sendRequest(protocol.TREE, { uri }));
  expect(await tree()).not.toBeNull();
  at.remove("other.argmap");
  await client.notifyChangedOnDisk(uri);
  await replaced.latest((message) => message.uri === uri);
  expect(await tree()).toBeNull();

  const again = replaced.next();
  at.write("other.argmap", "claim other: It came back.\n");
  await client.notifyChangedOnDisk(uri);
  expect(await again).toEqual({ uri });
  expect((await tree())?.tree.cards.map(({ text }) => text)).toEqual(["It came back."]);
  expect(replaced.all).toHaveLength(2);
});

test("lists the maps that a map imports directly and indirectly, with their titles", async () => {
  const { client, at } = await openInServer(map`
    import air: air.argmap
    claim keep: It stays.
    === air.argmap
    map: The air
    import data: data.argmap
    === data.argmap
    claim fell: It fell.
  `);
  const answer = await client.connection.sendRequest(protocol.IMPORTS, { uri: at.uri });
  expect(v.parse(protocol.importsResult, answer)).toEqual([
    { uri: at.uriOf("air.argmap"), title: "The air" },
    { uri: at.uriOf("data.argmap") },
  ]);
});

test("reads the tree of a map that is not open from disk", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  at.write("other.argmap", "claim other: It goes.\n");
  const answer = await client.connection.sendRequest(protocol.TREE, { uri: at.uriOf("other.argmap") });
  expect(v.parse(protocol.treeResult, answer)?.tree.cards.map(({ text }) => text)).toEqual(["It goes."]);
});

test("after a burst of edits, the problems of all edits are sent before the tree with the last one", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { changed } = await watchTree(client, at);
  const order: string[] = [];
  const lastProblems = client.published.next(({ version }) => {
    if (version !== 1) order.push(`problems ${version}`);
    return version === 11;
  });
  // Earlier changes may be sent between edits that arrive at different times.
  const lastChange = changed.next(({ change }) => {
    const isLast = change.changed.some(({ name }) => name === `${"x".repeat(10)}keep`);
    if (isLast) order.push("last tree");
    return isLast;
  });
  await Promise.all(Array.from({ length: 10 }, () => client.change(at.uri, { range: emptyRange(0, 6), text: "x" })));
  await Promise.all([lastProblems, lastChange]);
  expect(order).toEqual([...Array.from({ length: 10 }, (_, edit) => `problems ${edit + 2}`), "last tree"]);
});

test("cards do not contain problems that are turned off", async () => {
  const settings = () => ({ problems: { "unknown-name": "off", "no-target": "what" } });
  const { client, at } = await openInServer("claim keep: It stays.\n  reason for keen: So.\nreason orphan: Why.\n", {
    settings,
  });
  await client.published.latest(({ diagnostics }) => diagnostics.every(({ code }) => code !== "unknown-name"));
  const { tree } = await watchTree(client, at);
  expect(findCard(tree.cards, "So.").problems).toEqual([]);
  expect(findCard(tree.cards, "orphan").problems, "an invalid severity has no effect").toHaveLength(1);
});

test("card ids are never those of another server", async () => {
  const cardIds = async (): Promise<readonly string[]> => {
    const { client, at } = await openInServer("claim keep: It stays.\n  reason air: Cleaner air.\n");
    const { tree } = await watchTree(client, at);
    return tree.cards.map(({ id }) => id);
  };
  const before = await cardIds();
  expect(before).toHaveLength(2);
  expect((await cardIds()).filter((id) => before.includes(id))).toEqual([]);
  // Older versions of Neovim lose further digits of a number.
  expect(before.filter((id) => id.length > 14)).toEqual([]);
});
