import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position, Range } from "vscode-languageserver";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../../../server/features/requests/callHierarchy.ts";
import { completion } from "../../../server/features/requests/completion.ts";
import { declaration } from "../../../server/features/requests/declaration.ts";
import { definition } from "../../../server/features/requests/definition.ts";
import { documentLinks } from "../../../server/features/requests/documentLinks.ts";
import { foldingRanges } from "../../../server/features/requests/folding.ts";
import { highlights } from "../../../server/features/requests/highlights.ts";
import { hover } from "../../../server/features/requests/hover.ts";
import { implementation } from "../../../server/features/requests/implementation.ts";
import { linkedEditing } from "../../../server/features/requests/linkedEditing.ts";
import { references } from "../../../server/features/requests/references.ts";
import { symbols } from "../../../server/features/requests/symbols.ts";
import { typeDefinition } from "../../../server/features/requests/typeDefinition.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { root } from "../../support/root.ts";

const uri = "file:///map.argmap";
const examples = join(root, "examples");
const lines = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(examples, name), "utf8").split("\n"));

/** A line of an example as it is while it is typed or torn: cut anywhere, indented anyhow. */
const torn = fc
  .tuple(
    fc.constantFrom(...lines),
    fc.nat(80),
    fc.nat(6),
    fc.constantFrom("", "", " ", "\t", "\uFEFF", "👍🏽", ":", "."),
  )
  .map(([line, end, indent, start]) => start + " ".repeat(indent) + line.trimStart().slice(0, end));

const isOrdered = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = ({ start, end }: Range, at: Position): boolean => isOrdered(start, at) && isOrdered(at, end);

test("no feature fails anywhere in any text, and what it marks holds the place that was asked about", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(torn, { minLength: 1, maxLength: 25 }),
      fc.constantFrom("\n", "\r\n"),
      fc.nat(30),
      fc.nat(60),
      async (texts, end, line, character) => {
        const workspace = workspaceWith(texts.join(end), uri);
        const length = texts[Math.min(line, texts.length - 1)]?.length ?? 0;
        const at = { line: Math.min(line, texts.length - 1), character: Math.min(character, length) };
        const marked: Range[] = [];
        for (const request of [definition, declaration, typeDefinition, implementation]) {
          for (const { originSelectionRange: origin } of request(workspace, uri, at)) if (origin) marked.push(origin);
        }
        const told = hover(workspace, uri, at, { markdown: true, referenceUri: "file:///language.md" });
        if (told?.range !== undefined) marked.push(told.range);
        for (const { textEdit } of (await completion(workspace, uri, at, { snippets: true })).items) {
          if (textEdit !== undefined && "range" in textEdit) marked.push(textEdit.range);
        }
        for (const range of marked) expect(holds(range, at)).toBe(true);
        references(workspace, uri, at, true);
        highlights(workspace, uri, at);
        const linked = linkedEditing(workspace, uri, at)?.ranges;
        if (linked !== undefined) expect(linked.some((range) => holds(range, at))).toBe(true);
        for (const item of prepareCallHierarchy(workspace, uri, at) ?? []) {
          incomingCalls(workspace, item);
          outgoingCalls(workspace, item);
        }
        for (const { range } of documentLinks(workspace, uri)) expect(range.end.line < texts.length).toBe(true);
        for (const { range, selectionRange } of symbols(workspace, uri)) {
          expect(holds(range, selectionRange.start) && holds(range, selectionRange.end)).toBe(true);
        }
        for (const { startLine, endLine } of foldingRanges(workspace, uri)) {
          expect(startLine < endLine && endLine < texts.length).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
