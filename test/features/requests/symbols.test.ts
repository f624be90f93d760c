import { expect, test } from "vitest";
import type { DocumentSymbol, Range } from "vscode-languageserver";
import { flatSymbols, symbols } from "../../../server/features/requests/symbols.ts";
import { map } from "../../support/markedMap.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";

const uri = "file:///map.argmap";

/** The outline as an indented list: name, and detail after a bar. */
function outlineOf(text: string): string {
  const told = (nested: readonly DocumentSymbol[], indent: string): string =>
    nested
      .map((one) => `${indent}${one.name}${one.detail === undefined ? "" : ` | ${one.detail}`}\n`)
      .map((line, index) => line + told(nested[index]?.children ?? [], `${indent}  `))
      .join("");
  return told(symbols(workspaceWith(text, uri), uri), "");
}

test("nests headings and entries as the map does", () => {
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

test("takes the first words of an entry without a name, cut between words or characters", () => {
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

const within = (inner: Range, outer: Range): boolean => {
  const before = (a: Range["start"], b: Range["start"]): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
};

test("every name is told, lies in its range, and that in the range of what holds it", () => {
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
  const look = (nested: readonly DocumentSymbol[], outer: Range | undefined): void => {
    for (const { name, range, selectionRange, children } of nested) {
      expect(name).not.toBe("");
      expect(within(selectionRange, range), `${name}: its name`).toBe(true);
      if (outer !== undefined) expect(within(range, outer), `${name}: its range`).toBe(true);
      look(children ?? [], range);
    }
  };
  for (const end of ["\n", "\r\n"]) look(symbols(workspaceWith(text.replaceAll("\n", end), uri), uri), undefined);
});

test("an entry's range ends with its last words or with what stands under it", () => {
  const [keep] = symbols(
    workspaceWith("claim keep: It\n  stays.\n  reason: Air.\n\n  // remark\nclaim b: c\n", uri),
    uri,
  );
  expect(keep?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 2, character: 14 } });
  expect(keep?.selectionRange).toEqual({ start: { line: 0, character: 6 }, end: { line: 0, character: 10 } });
});

test("gives a list to a client that shows no nesting", () => {
  const flat = flatSymbols(workspaceWith("# For\nclaim keep: It stays.\n  reason: Air.\n", uri), uri);
  expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
    ["For", undefined],
    ["keep", "For"],
    ["Air.", "keep"],
  ]);
});

test("lists what is nested very deep side by side, in the order of the text", () => {
  const depth = 5000;
  const text = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason r${level}: x\n`).join("");
  const workspace = workspaceWith(text, uri);
  let [one] = symbols(workspace, uri);
  expect(one?.range.end.line).toBe(depth - 1);
  let levels = 0;
  for (; one?.children?.length === 1; levels++) [one] = one.children;
  expect(levels).toBe(199);
  expect(one?.children?.length).toBe(depth - 200);
  expect(one?.children?.at(-1)?.name).toBe(`r${depth - 1}`);
  for (const child of one?.children ?? []) expect(within(child.range, one?.range ?? child.range)).toBe(true);
  expect(flatSymbols(workspace, uri).map(({ name }) => name)).toEqual(Array.from({ length: depth }, (_, i) => `r${i}`));
});
