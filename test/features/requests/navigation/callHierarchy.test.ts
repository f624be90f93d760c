import { expect, test } from "vitest";
import type { CallHierarchyItem, Range } from "vscode-languageserver";
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from "../../../../server/features/requests/navigation/callHierarchy.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** The item at the cursor. */
function itemAt({ workspace, uri, cursor }: OpenWorkspace): CallHierarchyItem {
  const items = prepareCallHierarchy(workspace, uri, cursor) ?? [];
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item === undefined) throw new Error("There is no item at the cursor.");
  return item;
}

/** An item as `name (detail) at` the lines of the ranges in its caller. */
function formatCall(
  { workspace }: OpenWorkspace,
  item: CallHierarchyItem,
  caller: CallHierarchyItem,
  ranges: readonly Range[],
): string {
  const lines = workspace.get(caller.uri)?.file.syntax.lines;
  const markedLines = ranges.map(({ start, end }) => {
    const raw = lines?.at(start.line)?.scanned.raw ?? "";
    return `${raw.slice(0, start.character)}⟨${raw.slice(start.character, end.character)}⟩${raw.slice(end.character)}`.trim();
  });
  return `${item.name} (${item.detail}) at ${markedLines.join(" | ")}`;
}

const outgoing = (opened: OpenWorkspace, item: CallHierarchyItem): readonly string[] =>
  outgoingCalls(opened.workspace, item).map(({ to, fromRanges }) => formatCall(opened, to, item, fromRanges));
const incoming = (opened: OpenWorkspace, item: CallHierarchyItem): readonly string[] =>
  incomingCalls(opened.workspace, item).map(({ from, fromRanges }) => formatCall(opened, from, from, fromRanges));

test("outgoing calls lead from a claim to its reasons, and from a reason to its premises and reasons", async () => {
  const opened = await openWorkspace(map`
    claim ke¦ep: It should stay.
      reason air: Cleaner air.
        premise fell: It fell.
        premise lasts
        reason: That follows.
      objection: It costs.
    reason buses for keep: They run to time.
    claim lasts: It will last.
  `);
  const keep = itemAt(opened);
  expect(outgoing(opened, keep)).toEqual([
    "air (reason: Cleaner air.) at reason ⟨air⟩: Cleaner air.",
    "buses (reason: They run to time.) at claim ⟨keep⟩: It should stay.",
  ]);
  const air = outgoingCalls(opened.workspace, keep)[0]?.to ?? keep;
  expect(outgoing(opened, air)).toEqual([
    "fell (premise: It fell.) at premise ⟨fell⟩: It fell.",
    "lasts (claim: It will last.) at premise ⟨lasts⟩",
    "That follows. (reason) at ⟨reason⟩: That follows.",
  ]);
});

test("incoming calls lead from a premise to the steps that use it, and from a step to its targets", async () => {
  const opened = await openWorkspace(map`
    claim keep: It should stay.
      reason air: Cleaner air.
        premise fe¦ll: It fell.
    claim drop: It should go.
    objection mild against drop, keep: Not so.
      premise fell
      premise fell
  `);
  const fell = itemAt(opened);
  expect(incoming(opened, fell)).toEqual([
    "air (reason: Cleaner air.) at premise ⟨fell⟩: It fell.",
    "mild (objection: Not so.) at premise ⟨fell⟩ | premise ⟨fell⟩",
  ]);
  const [air = fell, mild = fell] = incomingCalls(opened.workspace, fell).map(({ from }) => from);
  expect(incoming(opened, air)).toEqual(["keep (for claim: It should stay.) at reason ⟨air⟩: Cleaner air."]);
  expect(incoming(opened, mild)).toEqual([
    "drop (against claim: It should go.) at claim ⟨drop⟩: It should go.",
    "keep (against claim: It should stay.) at claim ⟨keep⟩: It should stay.",
  ]);
});

test("starts at the claim that a name, a bare premise or a text refers to, and nowhere else", async () => {
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
  const rootAt = async (line: number, character: number) => {
    const { workspace, uri } = await openWorkspace(source);
    return prepareCallHierarchy(workspace, uri, { line, character })?.map(({ name }) => name) ?? null;
  };
  expect(await rootAt(2, 1)).toEqual(["keep"]);
  expect(await rootAt(2, 25)).toEqual(["keep"]);
  expect(await rootAt(3, 20)).toEqual(["fell"]);
  expect(await rootAt(4, 6)).toEqual(["fell"]);
  expect(await rootAt(1, 10)).toBeNull();
  expect(await rootAt(2, 16)).toBeNull();
  expect(await rootAt(5, 14)).toBeNull();
  expect(await rootAt(6, 3)).toBeNull();
});

test("covers all files, with ranges in the file of the caller", async () => {
  const opened = await openWorkspace(map`
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
  const fell = itemAt(opened);
  expect(fell).toMatchObject({ uri: `${opened.folder}air.argmap`, kind: 5 });
  expect([...outgoing(opened, fell)].sort()).toEqual([
    "Seen from here. (reason) at claim ⟨fell⟩: It fell.",
    "again (reason: Measured again.) at claim ⟨fell⟩: It fell.",
    "measured (reason: It was measured.) at reason ⟨measured⟩: It was measured.",
  ]);
  expect(incoming(opened, fell)).toEqual(["worked (reason: It worked.) at premise ⟨air.fell⟩"]);
});

test("works in a map with errors", async () => {
  const opened = await openWorkspace(map`
    claim ke¦ep by : It should stay.
      reason by : It works.
        premise none
        premise by by: ?
    ;;; nonsense
    reason air for keep: Cleaner air.
    reason for keep
  `);
  const keep = itemAt(opened);
  const reasons = outgoingCalls(opened.workspace, keep).map(({ to }) => to);
  expect(reasons.map(({ name }) => name)).toEqual(["It works.", "air"]);
  for (const reason of reasons) outgoingCalls(opened.workspace, reason);
});

test("works with Chinese names", async () => {
  const opened = await openWorkspace(map`
    claim 保¦留: 应当保留。
      reason 空气: 空气更清洁。
        premise 下降: 二氧化氮下降了。
  `);
  const claim = itemAt(opened);
  expect(outgoing(opened, claim)).toEqual(["空气 (reason: 空气更清洁。) at reason ⟨空气⟩: 空气更清洁。"]);
  const [reason = claim] = outgoingCalls(opened.workspace, claim).map(({ to }) => to);
  expect(outgoing(opened, reason)).toEqual(["下降 (premise: 二氧化氮下降了。) at premise ⟨下降⟩: 二氧化氮下降了。"]);
});

test("finds an item again after edits, unless its entry was removed", async () => {
  const opened = await openWorkspace("¦claim keep: It should stay.\n  reason air: Cleaner air.\n");
  const keep = { ...itemAt({ ...opened, cursor: { line: 0, character: 6 } }) };
  typeAtCursor(opened, "claim drop: It should go.\n");
  expect(outgoing(opened, keep)).toEqual(["air (reason: Cleaner air.) at reason ⟨air⟩: Cleaner air."]);
  typeAtCursor({ ...opened, cursor: { line: 1, character: 10 } }, "-it");
  const [air = keep] = outgoingCalls(opened.workspace, keep).map(({ to }) => to);
  expect(incoming(opened, air)).toEqual(["keep-it (for claim: It should stay.) at reason ⟨air⟩: Cleaner air."]);
  opened.workspace.update(opened.uri, [{ text: "question other: Is it?\n" }], 9);
  expect([outgoingCalls(opened.workspace, keep), incomingCalls(opened.workspace, air)]).toEqual([[], []]);
});

test("returns nothing for unknown items", async () => {
  const opened = await openWorkspace("claim ke¦ep: It should stay.\n  reason: It works.\n");
  const keep = itemAt(opened);
  const foreign: readonly unknown[] = [
    undefined,
    null,
    "keep",
    { uri: opened.uri },
    { uri: opened.uri, id: "1" },
    { uri: opened.uri, id: 999 },
    { uri: opened.uri, id: Number.NaN },
    { uri: "file:///none.argmap", id: 1 },
  ];
  for (const data of foreign) {
    expect(outgoingCalls(opened.workspace, { ...keep, data })).toEqual([]);
    expect(incomingCalls(opened.workspace, { ...keep, data })).toEqual([]);
  }
});

test("accepts a client's own spelling of a URI", async () => {
  const opened = await openWorkspace("claim ke¦ep: It should stay.\n  reason: It works.\n=== other.argmap\n");
  opened.workspace.open("file:///%E8%80%81.argmap", "claim 老: 是。\n  reason: 因为。\n", 1);
  const [item] = prepareCallHierarchy(opened.workspace, "file:///%E8%80%81.argmap", { line: 0, character: 6 }) ?? [];
  if (item === undefined) throw new Error("There is no item.");
  expect(outgoingCalls(opened.workspace, { ...item, data: { ...item.data, uri: "file:///老.argmap" } })).toHaveLength(
    1,
  );
});

test("follows a circular argument one level at a time", async () => {
  const opened = await openWorkspace(map`
    claim tr¦ue: Her story is true.
      reason: She is honest.
        premise honest
    claim honest: She is honest.
      reason: An honest witness tells true stories.
        premise true
    reason self for self: It is so.
  `);
  let item = itemAt(opened);
  const path: string[] = [];
  for (let level = 0; level < 4; level++) {
    const [next] = outgoingCalls(opened.workspace, item);
    if (next === undefined) break;
    item = next.to;
    path.push(item.name);
  }
  expect(path).toEqual(["She is honest.", "honest", "An honest witness tells true stories.", "true"]);
  const self = itemAt({ ...opened, cursor: { line: 6, character: 8 } });
  expect(outgoing(opened, self)).toHaveLength(1);
  expect(incoming(opened, self)).toHaveLength(1);
});
