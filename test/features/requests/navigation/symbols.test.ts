import { expect, test } from "vitest";
import type { DocumentSymbol, Position, Range } from "vscode-languageserver";
import { flatSymbols, symbols } from "../../../../server/features/requests/navigation/symbols.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { workspaceWith } from "../../../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";

/** The outline as an indented list of `name | detail`. */
function outlineOf(text: string): string {
  const format = (nested: readonly DocumentSymbol[], indent: string): string =>
    nested
      .map(({ name, detail }) => `${indent}${name}${detail === undefined ? "" : ` | ${detail}`}\n`)
      .map((line, index) => line + format(nested[index]?.children ?? [], `${indent}  `))
      .join("");
  return format(symbols(workspaceWith(text, uri), uri), "");
}

test("nests headings and entries as in the map", () => {
  const outline = outlineOf(map`
    map: The old town
    speaker lind: Maja Lind
    # For
    claim keep: It should stay.
      reason: The air in the old town got cleaner.
        premise fell: It fell.
          quote: it fell
    ## Buses
    reason buses for keep:
      premise fell
    # Against
    claim drop: It should go.
  `);
  expect(outline).toBe(map`
    The old town | map
    lind | speaker: Maja Lind
    For
      keep | claim: It should stay.
        The air in the old town got cleaner. | reason
          fell | premise: It fell.
            it fell | quote
      Buses
        buses | reason
          fell | premise
    Against
      drop | claim: It should go.
  `);
});

test("shows the first words of an unnamed entry, truncated between words or graphemes", () => {
  const outline = outlineOf(map`
    claim: The charge should stay, because the air in the old town got measurably cleaner and the buses run to time again.
    claim: 收费应当保留，因为老城的空气明显变得更加清洁，公共汽车也重新准点运行，而且附近的商店并没有因此失去顾客，游客数量反而有所增加，所以应当保留。
    claim: ${"👩‍👩‍👧".repeat(10)}
  `);
  const [latin = "", chinese = "", family = ""] = outline.split("\n");
  expect(latin).toBe("The charge should stay, because the air in the old town got… | claim");
  expect(chinese).toMatch(/^收费应当.{50,60}… \| claim$/u);
  expect(family).toBe(`${"👩‍👩‍👧".repeat(7)}… | claim`);
});

/** Does not use the comparisons of the server, which are under test. */
const isWithin = (inner: Range, outer: Range): boolean => {
  const isAtOrBefore = (a: Position, b: Position): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return isAtOrBefore(outer.start, inner.start) && isAtOrBefore(inner.end, outer.end);
};

test("each symbol has a name, its range contains its name, and the range of its parent contains its range", () => {
  const text = map`
    claim by : broken
      reason
        text
    # A heading
      stray
    ;;; nonsense
    claim 保留: 应当保留 👍🏽
      第二行
      reason: 空气
      late text
    #### Deep
    claim
    ## Less deep
    premise keep
  `;
  const expectNested = (nested: readonly DocumentSymbol[], outer: Range | undefined): void => {
    for (const { name, range, selectionRange, children } of nested) {
      expect(name).not.toBe("");
      expect(isWithin(selectionRange, range), `${name}: its name`).toBe(true);
      if (outer !== undefined) expect(isWithin(range, outer), `${name}: its range`).toBe(true);
      expectNested(children ?? [], range);
    }
  };
  for (const lineEnd of ["\n", "\r\n"])
    expectNested(symbols(workspaceWith(text.replaceAll("\n", lineEnd), uri), uri), undefined);
});

test("the range of an entry ends with its last text or its last child", () => {
  const [keep] = symbols(
    workspaceWith("claim keep: It\n  stays.\n  reason: Air.\n\n  // remark\nclaim b: c\n", uri),
    uri,
  );
  expect(keep?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 2, character: 14 } });
  expect(keep?.selectionRange).toEqual({ start: { line: 0, character: 6 }, end: { line: 0, character: 10 } });
});

test("returns a flat list for clients without hierarchical symbols", () => {
  const flat = flatSymbols(workspaceWith("# For\nclaim keep: It stays.\n  reason: Air.\n", uri), uri);
  expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
    ["For", undefined],
    ["keep", "For"],
    ["Air.", "keep"],
  ]);
});

test("flattens entries below the maximum depth, in document order", () => {
  const depth = 5000;
  const text = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason r${level}: x\n`).join("");
  const workspace = workspaceWith(text, uri);
  let [deepest] = symbols(workspace, uri);
  expect(deepest?.range.end.line).toBe(depth - 1);
  let levels = 0;
  for (; deepest?.children?.length === 1; levels++) [deepest] = deepest.children;
  expect(levels).toBe(199);
  expect(deepest?.children?.length).toBe(depth - 200);
  expect(deepest?.children?.at(-1)?.name).toBe(`r${depth - 1}`);
  for (const child of deepest?.children ?? []) expect(isWithin(child.range, deepest?.range ?? child.range)).toBe(true);
  expect(flatSymbols(workspace, uri).map(({ name }) => name)).toEqual(Array.from({ length: depth }, (_, i) => `r${i}`));
});
