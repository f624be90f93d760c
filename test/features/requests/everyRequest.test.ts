import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position, Range } from "vscode-languageserver";
import { foldingRanges } from "../../../server/features/requests/display/folding.ts";
import { hover } from "../../../server/features/requests/display/hover.ts";
import { completion } from "../../../server/features/requests/editing/completion.ts";
import { linkedEditing } from "../../../server/features/requests/editing/linkedEditing.ts";
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from "../../../server/features/requests/navigation/callHierarchy.ts";
import { declaration } from "../../../server/features/requests/navigation/declaration.ts";
import { definition } from "../../../server/features/requests/navigation/definition.ts";
import { documentLinks } from "../../../server/features/requests/navigation/documentLinks.ts";
import { highlights } from "../../../server/features/requests/navigation/highlights.ts";
import { implementation } from "../../../server/features/requests/navigation/implementation.ts";
import { references } from "../../../server/features/requests/navigation/references.ts";
import { symbols } from "../../../server/features/requests/navigation/symbols.ts";
import { typeDefinition } from "../../../server/features/requests/navigation/typeDefinition.ts";
import { root } from "../../support/root.ts";
import { workspaceWith } from "../../support/workspaces/memoryFileSystem.ts";

const uri = "file:///map.argmap";
const examples = join(root, "examples");
const lines = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(examples, name), "utf8").split("\n"));

/** A line of an example with a random end, indentation and start. */
const mangledLine = fc
  .tuple(
    fc.constantFrom(...lines),
    fc.nat(80),
    fc.nat(6),
    fc.constantFrom("", "", " ", "\t", "\uFEFF", "👍🏽", ":", "."),
  )
  .map(([line, end, indent, start]) => start + " ".repeat(indent) + line.trimStart().slice(0, end));

const isOrdered = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const contains = ({ start, end }: Range, position: Position): boolean =>
  isOrdered(start, position) && isOrdered(position, end);

test("no request fails on any text, and each returned range contains the requested position", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(mangledLine, { minLength: 1, maxLength: 25 }),
      fc.constantFrom("\n", "\r\n"),
      fc.nat(30),
      fc.nat(60),
      async (texts, lineEnd, line, character) => {
        const workspace = workspaceWith(texts.join(lineEnd), uri);
        const length = texts[Math.min(line, texts.length - 1)]?.length ?? 0;
        const position = { line: Math.min(line, texts.length - 1), character: Math.min(character, length) };
        const ranges: Range[] = [];
        for (const request of [definition, declaration, typeDefinition, implementation]) {
          for (const { originSelectionRange } of request(workspace, uri, position))
            if (originSelectionRange) ranges.push(originSelectionRange);
        }
        const hovered = hover(workspace, uri, position, { markdown: true, referenceUri: "file:///reference.md" });
        if (hovered?.range !== undefined) ranges.push(hovered.range);
        for (const { textEdit } of (await completion(workspace, uri, position, { snippets: true })).items) {
          if (textEdit !== undefined && "range" in textEdit) ranges.push(textEdit.range);
        }
        for (const range of ranges) expect(contains(range, position)).toBe(true);
        references(workspace, uri, position, true);
        highlights(workspace, uri, position);
        const linked = linkedEditing(workspace, uri, position)?.ranges;
        if (linked !== undefined) expect(linked.some((range) => contains(range, position))).toBe(true);
        for (const item of prepareCallHierarchy(workspace, uri, position) ?? []) {
          incomingCalls(workspace, item);
          outgoingCalls(workspace, item);
        }
        for (const { range } of documentLinks(workspace, uri)) expect(range.end.line < texts.length).toBe(true);
        for (const { range, selectionRange } of symbols(workspace, uri)) {
          expect(contains(range, selectionRange.start) && contains(range, selectionRange.end)).toBe(true);
        }
        for (const { startLine, endLine } of foldingRanges(workspace, uri)) {
          expect(startLine < endLine && endLine < texts.length).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
