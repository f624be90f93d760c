import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeLens, resolveCodeLens } from "../../../server/features/requests/display/codeLens.ts";
import { inlayHints } from "../../../server/features/requests/display/inlayHints.ts";
import { codeActions } from "../../../server/features/requests/editing/codeActions.ts";
import { rename } from "../../../server/features/requests/editing/rename.ts";
import { signatureHelp } from "../../../server/features/requests/editing/signatureHelp.ts";
import { root } from "../../support/root.ts";
import { applyWorkspaceEdit } from "../../support/workspaces/applyEdit.ts";
import { actionOptions } from "../../support/workspaces/codeActions.ts";
import { describeArgument, preservesArgument } from "../../support/workspaces/describeArgument.ts";
import { workspaceWith } from "../../support/workspaces/memoryFileSystem.ts";

const examples = join(root, "examples");
const lines = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(examples, name), "utf8").split("\n"));
/** A line of an example, truncated and indented at random. */
const tornLine = fc
  .tuple(
    fc.constantFrom(...lines),
    fc.oneof(fc.constant(999), fc.nat(90)),
    fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3),
    fc.constantFrom("", "", "", "", "\t", "\\", "// ", "\uFEFF"),
  )
  .map(([line, end, indent, start]) => " ".repeat(indent) + start + line.trimStart().slice(0, end));
const uri = "file:///maps/map.argmap";

test("every action in random text can be applied, loses no comment, and keeps the line endings", () => {
  let applied = 0;
  fc.assert(
    fc.property(
      fc.array(tornLine, { minLength: 2, maxLength: 14 }),
      fc.constantFrom("\n", "\r\n"),
      fc.nat(13),
      fc.nat(30),
      (textLines, end, lineNumber, column) => {
        const text = textLines.join(end);
        const line = Math.min(lineNumber, textLines.length - 1);
        const at = { line, character: Math.min(column, textLines[line]?.length ?? 0) };
        const workspace = workspaceWith(text, uri);
        const comments = textLines.map((one) => one.trim()).filter((one) => one.startsWith("//"));
        for (const { title, edit = {} } of codeActions(
          workspace,
          uri,
          { start: at, end: at },
          { ...actionOptions, only: [""] },
        )) {
          applied++;
          // Throws if edits overlap.
          const texts = applyWorkspaceEdit(workspace, edit);
          const all = Object.values(texts).join("\n");
          // These fixes are for a comment that ignores problems where there are none, as a whole or one of its codes.
          const shortensIgnore = title === "Remove the comment" || title.startsWith("Remove “");
          const kept = comments.filter((one) => !(shortensIgnore && one.startsWith("// argmap-ignore")));
          for (const one of kept) expect(all, title).toContain(one);
          if (preservesArgument(title) && Object.keys(texts).length === 1) {
            const after = describeArgument(workspaceWith(texts[uri] ?? "", uri));
            expect(after, `${title} in line ${line + 1}\n${text}\n---\n${texts[uri]}`).toEqual(
              describeArgument(workspace),
            );
          }
          if (end === "\r\n") expect(texts[uri], title).not.toMatch(/[^\r]\n/);
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
  expect(applied).toBeGreaterThan(300);
});
