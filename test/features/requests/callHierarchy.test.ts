import { expect, test } from "vitest";
import type { CallHierarchyItem, Range } from "vscode-languageserver";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../../../server/features/requests/callHierarchy.ts";
import { map } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** The one item at the cursor. */
function itemAt({ workspace, uri, cursor }: OpenWorkspace): CallHierarchyItem {
  const items = prepareCallHierarchy(workspace, uri, cursor) ?? [];
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item === undefined) throw new Error("Nothing at the cursor.");
  return item;
}

/** An item as `name (detail)`, with the lines of its caller that say so. */
function told(
  { workspace }: OpenWorkspace,
  item: CallHierarchyItem,
  caller: CallHierarchyItem,
  ranges: readonly Range[],
): string {
  const lines = workspace.get(caller.uri)?.file.syntax.lines;
  const places = ranges.map(({ start, end }) => {
    const raw = lines?.at(start.line)?.scanned.raw ?? "";
    return `${raw.slice(0, start.character)}⟨${raw.slice(start.character, end.character)}⟩${raw.slice(end.character)}`.trim();
  });
  return `${item.name} (${item.detail}) at ${places.join(" | ")}`;
}

const restsOn = (at: OpenWorkspace, item: CallHierarchyItem): readonly string[] =>
  outgoingCalls(at.workspace, item).map(({ to, fromRanges }) => told(at, to, item, fromRanges));
const isUsedFor = (at: OpenWorkspace, item: CallHierarchyItem): readonly string[] =>
  incomingCalls(at.workspace, item).map(({ from, fromRanges }) => told(at, from, from, fromRanges));

test("goes from a claim to the reasons for it, and on to their premises and what backs them", async () => {
  const at = await openWorkspace(map`
    claim ke¦ep: It should stay.
      reason air: Cleaner air.
        premise fell: It fell.
        premise lasts
        reason: That follows.
      objection: It costs.
    reason buses for keep: They run to time.
    claim lasts: It will last.
  `);
  const keep = itemAt(at);
  expect(restsOn(at, keep)).toEqual([
    "air (reason: Cleaner air.) at reason ⟨air⟩: Cleaner air.",
    "buses (reason: They run to time.) at claim ⟨keep⟩: It should stay.",
  ]);
  const air = outgoingCalls(at.workspace, keep)[0]?.to ?? keep;
  expect(restsOn(at, air)).toEqual([
    "fell (premise: It fell.) at premise ⟨fell⟩: It fell.",
    "lasts (claim: It will last.) at premise ⟨lasts⟩",
    "That follows. (reason) at ⟨reason⟩: That follows.",
  ]);
});

test("goes from a premise to the steps that use it, and from these to what they are for or against", async () => {
  const at = await openWorkspace(map`
    claim keep: It should stay.
      reason air: Cleaner air.
        premise fe¦ll: It fell.
    claim drop: It should go.
    objection mild against drop, keep: Not so.
      premise fell
      premise fell
  `);
  const fell = itemAt(at);
  expect(isUsedFor(at, fell)).toEqual([
    "air (reason: Cleaner air.) at premise ⟨fell⟩: It fell.",
    "mild (objection: Not so.) at premise ⟨fell⟩ | premise ⟨fell⟩",
  ]);
  const [air = fell, mild = fell] = incomingCalls(at.workspace, fell).map(({ from }) => from);
  expect(isUsedFor(at, air)).toEqual(["keep (for claim: It should stay.) at reason ⟨air⟩: Cleaner air."]);
  expect(isUsedFor(at, mild)).toEqual([
    "drop (against claim: It should go.) at claim ⟨drop⟩: It should go.",
    "keep (against claim: It should stay.) at claim ⟨keep⟩: It should stay.",
  ]);
});

test("begins at the claim that a name, a bare premise or any word of its text stands for, and nowhere else", async () => {
  const source = map`
    import air: air.argmap
    speaker lind: Maja Lind
    claim keep by lind: It should stay.
      reason for air.fell:
        premise air.fell
        premise none
    # Heading
    === air.argmap
    claim fell: It fell.
  `;
  const at = async (line: number, character: number) => {
    const map = await openWorkspace(source);
    return prepareCallHierarchy(map.workspace, map.uri, { line, character })?.map(({ name }) => name) ?? null;
  };
  expect(await at(2, 1)).toEqual(["keep"]);
  expect(await at(2, 25)).toEqual(["keep"]);
  expect(await at(3, 20)).toEqual(["fell"]);
  expect(await at(4, 6)).toEqual(["fell"]);
  expect(await at(1, 10)).toBeNull();
  expect(await at(2, 16)).toBeNull();
  expect(await at(5, 14)).toBeNull();
  expect(await at(6, 3)).toBeNull();
});

test("goes over all files, and shows in each the caller's own place", async () => {
  const at = await openWorkspace(map`
    import air: air.argmap
    claim keep: It should stay.
      reason worked: It worked.
        premise air.fe¦ll
          reason: Seen from here.
    === air.argmap
    claim fell: It fell.
      reason measured: It was measured.
    === more.argmap
    import air: air.argmap
    objection mild against air.fell: A mild winter.
    reason again for air.fell: Measured again.
  `);
  const fell = itemAt(at);
  expect(fell).toMatchObject({ uri: `${at.folder}air.argmap`, kind: 5 });
  expect([...restsOn(at, fell)].sort()).toEqual([
    "Seen from here. (reason) at claim ⟨fell⟩: It fell.",
    "again (reason: Measured again.) at claim ⟨fell⟩: It fell.",
    "measured (reason: It was measured.) at reason ⟨measured⟩: It was measured.",
  ]);
  expect(isUsedFor(at, fell)).toEqual(["worked (reason: It worked.) at premise ⟨air.fell⟩"]);
});

test("takes what can be read of a broken file", async () => {
  const at = await openWorkspace(map`
    claim ke¦ep by : It should stay.
      reason by : It works.
        premise none
        premise by by: ?
    ;;; nonsense
    reason air for keep: Cleaner air.
    reason for keep
  `);
  const keep = itemAt(at);
  const reasons = outgoingCalls(at.workspace, keep).map(({ to }) => to);
  expect(reasons.map(({ name }) => name)).toEqual(["It works.", "air"]);
  for (const reason of reasons) outgoingCalls(at.workspace, reason);
});

test("takes Chinese names", async () => {
  const at = await openWorkspace(map`
    claim 保¦留: 应当保留。
      reason 空气: 空气更清洁。
        premise 下降: 二氧化氮下降了。
  `);
  const claim = itemAt(at);
  expect(restsOn(at, claim)).toEqual(["空气 (reason: 空气更清洁。) at reason ⟨空气⟩: 空气更清洁。"]);
  const [reason = claim] = outgoingCalls(at.workspace, claim).map(({ to }) => to);
  expect(restsOn(at, reason)).toEqual(["下降 (premise: 二氧化氮下降了。) at premise ⟨下降⟩: 二氧化氮下降了。"]);
});

test("finds an item again during an edit: with its new name, at its new place, and not when it is gone", async () => {
  const at = await openWorkspace("¦claim keep: It should stay.\n  reason air: Cleaner air.\n");
  const keep = { ...itemAt({ ...at, cursor: { line: 0, character: 6 } }) };
  typeAtCursor(at, "claim drop: It should go.\n");
  expect(restsOn(at, keep)).toEqual(["air (reason: Cleaner air.) at reason ⟨air⟩: Cleaner air."]);
  typeAtCursor({ ...at, cursor: { line: 1, character: 10 } }, "-it");
  const [air = keep] = outgoingCalls(at.workspace, keep).map(({ to }) => to);
  expect(isUsedFor(at, air)).toEqual(["keep-it (for claim: It should stay.) at reason ⟨air⟩: Cleaner air."]);
  at.workspace.update(at.uri, [{ text: "question other: Is it?\n" }], 9);
  expect([outgoingCalls(at.workspace, keep), incomingCalls(at.workspace, air)]).toEqual([[], []]);
});

test("answers nothing to what it never gave", async () => {
  const at = await openWorkspace("claim ke¦ep: It should stay.\n  reason: It works.\n");
  const keep = itemAt(at);
  const foreign: readonly unknown[] = [
    undefined,
    null,
    "keep",
    { uri: at.uri },
    { uri: at.uri, id: "1" },
    { uri: at.uri, id: 999 },
    { uri: at.uri, id: Number.NaN },
    { uri: "file:///none.argmap", id: 1 },
  ];
  for (const data of foreign) {
    expect(outgoingCalls(at.workspace, { ...keep, data })).toEqual([]);
    expect(incomingCalls(at.workspace, { ...keep, data })).toEqual([]);
  }
});

test("knows an item under a client's own spelling of its file", async () => {
  const at = await openWorkspace("claim ke¦ep: It should stay.\n  reason: It works.\n=== other.argmap\n");
  at.workspace.open("file:///%E8%80%81.argmap", "claim 老: 是。\n  reason: 因为。\n", 1);
  const [item] = prepareCallHierarchy(at.workspace, "file:///%E8%80%81.argmap", { line: 0, character: 6 }) ?? [];
  if (item === undefined) throw new Error("Nothing there.");
  expect(outgoingCalls(at.workspace, { ...item, data: { ...item.data, uri: "file:///老.argmap" } })).toHaveLength(1);
});

test("comes round again, level by level, where claims rest on each other", async () => {
  const at = await openWorkspace(map`
    claim tr¦ue: Her story is true.
      reason: She is honest.
        premise honest
    claim honest: She is honest.
      reason: An honest witness tells true stories.
        premise true
    reason self for self: It is so.
  `);
  let item = itemAt(at);
  const way: string[] = [];
  for (let level = 0; level < 4; level++) {
    const [next] = outgoingCalls(at.workspace, item);
    if (next === undefined) break;
    item = next.to;
    way.push(item.name);
  }
  expect(way).toEqual(["She is honest.", "honest", "An honest witness tells true stories.", "true"]);
  const self = itemAt({ ...at, cursor: { line: 6, character: 8 } });
  expect(restsOn(at, self)).toHaveLength(1);
  expect(isUsedFor(at, self)).toHaveLength(1);
});
