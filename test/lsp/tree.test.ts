import * as v from "valibot";
import { expect, test } from "vitest";
import { applyChange } from "../../server/core/tree/applyChange.ts";
import type { Card } from "../../server/core/tree/tree.ts";
import * as protocol from "../../server/protocol/tree.ts";
import { MessageLog, openInServer, type TemporaryFolder, type TestClient } from "../support/lspClient.ts";
import { map, mark } from "../support/markedMap.ts";

type TreeChanged = v.InferOutput<typeof protocol.treeChangedParams>;

/** Asks for the tree of the first file as a preview does; gives it, its changes as they come, and its cards by text. */
async function previewed(client: TestClient, { uri }: TemporaryFolder) {
  const changed = new MessageLog<TreeChanged>();
  // Every message is looked at as the extension does it.
  client.connection.onNotification(protocol.TREE_CHANGED, (message: unknown) =>
    changed.add(v.parse(protocol.treeChangedParams, message)),
  );
  const answer = v.parse(protocol.treeResult, await client.connection.sendRequest(protocol.TREE, { uri }));
  if (answer === null) throw new Error("This file has no tree.");
  const { tree, version } = answer;
  return { tree, version, changed };
}

const card = (cards: readonly Card[], text: string): Card => {
  const found = cards.find((one) => one.text === text || one.name === text);
  if (found === undefined) throw new Error(`No card says “${text}”.`);
  return found;
};

const start = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

test("a preview gets the tree, and then what changes in it as one types", async () => {
  const { client, at } = await openInServer(map`
    map: The old town
    claim keep: It stays.
      reason air: Cleaner air.
  `);
  const { tree, version, changed } = await previewed(client, at);
  expect(tree.title).toBe("The old town");
  expect(tree.cards.map(({ text }) => text)).toEqual(["It stays.", "Cleaner air."]);

  await client.change(at.uri, { range: start(2, 26), text: " now" });
  const typed = await changed.latest(({ from }) => from === version);
  expect(typed).toMatchObject({ uri: at.uri, from: version, to: version + 1 });
  expect(typed.change.changed.map(({ text }) => text)).toEqual(["Cleaner air. now"]);
  expect([typed.change.moved, typed.change.removed]).toEqual([[], []]);

  await client.change(at.uri, { range: start(3, 0), text: "  objection: It costs.\n" });
  const grown = await changed.latest(({ from }) => from === typed.to);
  const now = applyChange(applyChange(tree, typed.change), grown.change);
  expect(now.cards.map(({ text }) => text)).toEqual(["It stays.", "Cleaner air. now", "It costs."]);
  expect(now.places).toHaveLength(3);
});

test("the problems of an entry are on its card, those that come with an edit too", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n  reason air: Cleaner air.\n");
  const { changed } = await previewed(client, at);
  await client.change(at.uri, { range: start(1, 12), text: " for keen" });
  const { change } = await changed.latest(() => true);
  const [problem] = change.changed.flatMap(({ problems }) => problems);
  expect(problem).toMatchObject({ severity: "error", message: expect.stringContaining("keen") });
});

/** A map that shows what another one says. */
const withAir = map`
  import air: air.argmap
  claim keep: It stays.
    reason:
      premise air.fell
  === air.argmap
  claim fell: It fell.
`;

test("the tree shows what imported files say, and changes when they are typed in", async () => {
  const { client, at } = await openInServer(withAir);
  const { tree, changed } = await previewed(client, at);
  expect(tree.cards.map(({ text }) => text)).toContain("It fell.");
  const air = at.uriOf("air.argmap");
  await client.open(air, "claim fell: It fell.\n");
  await client.change(air, { range: start(0, 20), text: " by a fifth" });
  const { change } = await changed.latest((message) => message.change.changed.length > 0);
  expect(change.changed.map(({ text }) => text)).toContain("It fell. by a fifth");
});

test("goes from a card to its place, and from a place to its card, also where a claim is used", async () => {
  const source = map`
    claim ⟦keep⟧: It stays.
      reason air: Cleaner air.
        premise fell: It fell.
    claim drop: It goes.
      reason:
        premise fell
  `;
  const { client, at } = await openInServer(source);
  const { tree } = await previewed(client, at);
  const { connection } = client;
  const { uri } = at;
  const locate = async (one: Card) =>
    v.parse(protocol.locateResult, await connection.sendRequest(protocol.LOCATE, { uri, card: one.id }));
  const place = await locate(card(tree.cards, "keep"));
  expect(mark(at, { targets: place === null ? [] : [place], cursor: false })).toBe(source);

  const cardAt = async (line: number, character: number) => {
    const asked = { uri, place: { uri, position: { line, character } } };
    return v.parse(protocol.cardAtResult, await connection.sendRequest(protocol.CARD_AT, asked))?.card;
  };
  expect(await cardAt(1, 20)).toBe(card(tree.cards, "Cleaner air.").id);
  expect(await cardAt(2, 0)).toBe(card(tree.cards, "It fell.").id);
  const used = tree.cards.find(({ form }) => form === "reference");
  expect(used?.shows).toBe(card(tree.cards, "It fell.").id);
  expect(await cardAt(5, 12), "where it is used, the card of that use").toBe(used?.id);
  if (used === undefined) throw new Error("The claim is used twice.");
  expect(await locate(used)).toEqual({
    uri,
    range: { start: { line: 5, character: 12 }, end: { line: 5, character: 16 } },
  });
});

test("keeps places of cards while lines are put in above", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { tree } = await previewed(client, at);
  await client.change(at.uri, { range: start(0, 0), text: "// remark\n\n" });
  const asked = { uri: at.uri, card: card(tree.cards, "keep").id };
  const place = v.parse(protocol.locateResult, await client.connection.sendRequest(protocol.LOCATE, asked));
  expect(place?.range.start).toEqual({ line: 2, character: 6 });
});

test("a preview that is closed hears no more", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { changed } = await previewed(client, at);
  await client.connection.sendNotification(protocol.TREE_CLOSED, { uri: at.uri });
  const version = await client.change(at.uri, { range: start(0, 12), text: "Indeed. " });
  await client.waitForErrors(at.uri, [], version);
  // What the edit might have set off would have been sent before the answer to this.
  await client.connection.sendRequest(protocol.TREE, { uri: at.uri });
  await client.connection.sendRequest(protocol.TREE, { uri: at.uri });
  expect(changed.all).toEqual([]);
});

test("a file that is not known has no tree, a card that is gone no place", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  await previewed(client, at);
  const { connection } = client;
  expect(await connection.sendRequest(protocol.TREE, { uri: at.uriOf("none.argmap") })).toBeNull();
  expect(await connection.sendRequest(protocol.LOCATE, { uri: at.uri, card: "99999" })).toBeNull();
});

test("a preview goes on after its text is closed, shows what is on disk then, and what is typed when it is open again", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { tree, version, changed } = await previewed(client, at);
  await client.close(at.uri);
  const [id] = tree.cards.map((one) => one.id);
  expect(await client.connection.sendRequest(protocol.LOCATE, { uri: at.uri, card: id })).not.toBeNull();
  at.write(at.uri.slice(at.folder.length), "claim keep: It stays.\n  reason: Cleaner air.\n");
  await client.notifyChangedOnDisk(at.uri);
  const written = await changed.latest(({ from }) => from === version);
  expect(written.change.changed.map(({ text }) => text)).toContain("Cleaner air.");
  await client.open(at.uri, "claim keep: It stays.\n  objection: It costs.\n");
  const typed = await changed.latest(({ from }) => from === written.to);
  expect(typed.change.changed.map(({ text }) => text)).toContain("It costs.");
});

test("two previews of one map have the same versions, so that none has to ask again", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { version, changed } = await previewed(client, at);
  const second = v.parse(protocol.treeResult, await client.connection.sendRequest(protocol.TREE, { uri: at.uri }));
  expect(second?.version).toBe(version);
  await client.change(at.uri, { range: start(0, 12), text: "Indeed. " });
  expect((await changed.latest(() => true)).from).toBe(version);
});

test("a preview that is opened while a file is being read has it as it is, and takes no change from the other one", async () => {
  const { client, at } = await openInServer(withAir);
  const { version, changed } = await previewed(client, at);
  const told = changed.latest(() => true);
  at.write("air.argmap", "claim fell: It fell by a fifth.\n");
  // Sent at once after each other: the request waits for the file, and is answered as soon as that is read.
  const [, answer] = await Promise.all([
    client.notifyChangedOnDisk(at.uriOf("air.argmap")),
    client.connection.sendRequest(protocol.TREE, { uri: at.uri }),
  ]);
  const second = v.parse(protocol.treeResult, answer);
  expect(second?.tree.cards.map(({ text }) => text)).toContain("It fell by a fifth.");
  const { from, to, change } = await told;
  expect([from, to]).toEqual([version, second?.version]);
  expect(change.changed.map(({ text }) => text)).toEqual(["It fell by a fifth."]);
});

test("a preview that is opened while a file is being read gets its tree, though one types meanwhile", async () => {
  const { client, at } = await openInServer(map`
    claim keep: It stays.
    === air.argmap
    claim fell: It fell.
  `);
  await client.change(at.uri, { range: start(0, 0), text: "import: air.argmap\n" });
  const [answer] = await Promise.all([
    client.connection.sendRequest(protocol.TREE, { uri: at.uri }),
    client.change(at.uri, { range: start(1, 12), text: "Indeed. " }),
  ]);
  const tree = v.parse(protocol.treeResult, answer)?.tree;
  expect(tree?.cards.map(({ text }) => text)).toContain("Indeed. It stays.");
});

test("a preview hears that its map has gone, and that it is there again", async () => {
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

test("says what a map imports, also by way of others, with the titles", async () => {
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

test("a map that is not open has a tree, read from disk", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  at.write("other.argmap", "claim other: It goes.\n");
  const answer = await client.connection.sendRequest(protocol.TREE, { uri: at.uriOf("other.argmap") });
  expect(v.parse(protocol.treeResult, answer)?.tree.cards.map(({ text }) => text)).toEqual(["It goes."]);
});

test("a burst of edits gets all its problems before a tree is drawn anew, once", async () => {
  const { client, at } = await openInServer("claim keep: It stays.\n");
  const { changed } = await previewed(client, at);
  const order: string[] = [];
  client.published.next(({ version }) => {
    order.push(`problems ${version}`);
    return version === 11;
  });
  const drawn = changed.next(() => order.push("tree") > 0);
  await Promise.all(Array.from({ length: 10 }, () => client.change(at.uri, { range: start(0, 6), text: "x" })));
  await drawn;
  expect(order.filter((one) => one === "tree")).toHaveLength(1);
  expect(order.at(-1)).toBe("tree");
});

test("a problem that is turned off is on no card", async () => {
  const settings = () => ({ problems: { "unknown-name": "off", "no-target": "what" } });
  const { client, at } = await openInServer("claim keep: It stays.\n  reason for keen: So.\nreason orphan: Why.\n", {
    settings,
  });
  await client.published.latest(({ diagnostics }) => diagnostics.every(({ code }) => code !== "unknown-name"));
  const { tree } = await previewed(client, at);
  expect(card(tree.cards, "So.").problems).toEqual([]);
  expect(card(tree.cards, "orphan").problems, "what is no severity turns nothing off").toHaveLength(1);
});

test("no card has an identity that another server has given", async () => {
  const cards = async (): Promise<readonly string[]> => {
    const { client, at } = await openInServer("claim keep: It stays.\n  reason air: Cleaner air.\n");
    const { tree } = await previewed(client, at);
    return tree.cards.map(({ id }) => id);
  };
  const before = await cards();
  expect(before).toHaveLength(2);
  expect((await cards()).filter((id) => before.includes(id))).toEqual([]);
  // Older Neovims write no more digits of a number.
  expect(before.filter((id) => id.length > 14)).toEqual([]);
});
