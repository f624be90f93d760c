import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeActions } from "../../../server/features/requests/codeActions.ts";
import { codeLens, resolveCodeLens } from "../../../server/features/requests/codeLens.ts";
import { inlayHints } from "../../../server/features/requests/inlayHints.ts";
import { rename } from "../../../server/features/requests/rename.ts";
import { signatureHelp } from "../../../server/features/requests/signatureHelp.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { argumentOf, preservesArgument } from "../../support/argumentOf.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { root } from "../../support/root.ts";

const examples = join(root, "examples");
const lines = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(examples, name), "utf8").split("\n"));
/** A line of an example, cut anywhere, indented anyhow. */
const torn = fc
  .tuple(
    fc.constantFrom(...lines),
    fc.oneof(fc.constant(999), fc.nat(90)),
    fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3),
    fc.constantFrom("", "", "", "", "\t", "\\", "// ", "\uFEFF"),
  )
  .map(([line, end, indent, start]) => " ".repeat(indent) + start + line.trimStart().slice(0, end));
const uri = "file:///maps/map.argmap";
const options = {
  canResolveEdits: false,
  canRename: true,
  canCreateFiles: true,
  diagnostics: { severities: {}, referenceUri: undefined, supportsRelatedInformation: false },
};
const whatever = { ...options, only: [""] };

test("whatever is offered anywhere in any text can be done, loses no comment, and keeps the ends of lines", () => {
  let done = 0;
  fc.assert(
    fc.property(
      fc.array(torn, { minLength: 2, maxLength: 14 }),
      fc.constantFrom("\n", "\r\n"),
      fc.nat(13),
      fc.nat(30),
      (texts, end, l, c) => {
        const text = texts.join(end);
        const line = Math.min(l, texts.length - 1);
        const at = { line, character: Math.min(c, texts[line]?.length ?? 0) };
        const workspace = workspaceWith(text, uri);
        const comments = texts.map((one) => one.trim()).filter((one) => one.startsWith("//"));
        for (const { title, edit = {} } of codeActions(workspace, uri, { start: at, end: at }, whatever)) {
          done++;
          // Throws where edits overlap.
          const now = applyWorkspaceEdit(workspace, edit);
          const all = Object.values(now).join("\n");
          for (const one of comments) expect(all, title).toContain(one);
          if (preservesArgument(title) && Object.keys(now).length === 1) {
            const after = argumentOf(workspaceWith(now[uri] ?? "", uri));
            expect(after, `${title} in line ${line + 1}\n${text}\n---\n${now[uri]}`).toEqual(argumentOf(workspace));
          }
          if (end === "\r\n") expect(now[uri], title).not.toMatch(/[^\r]\n/);
        }
        try {
          applyWorkspaceEdit(workspace, rename(workspace, uri, at, "another"));
        } catch (error) {
          expect(error).toHaveProperty("name", "UserError");
        }
        for (const lens of codeLens(workspace, uri)) resolveCodeLens(workspace, lens, { canShowReferences: true });
        inlayHints(workspace, uri, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
        signatureHelp(workspace, uri, at);
      },
    ),
    { numRuns: 1000 },
  );
  expect(done).toBeGreaterThan(300);
}, 60_000);
