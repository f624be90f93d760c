import { expect, test } from "vitest";
import { signatureHelp } from "../../../../server/features/requests/editing/signatureHelp.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** The signature at ¦, with the active parameter in brackets. */
async function signatureAt(source: string): Promise<string | undefined> {
  const opened = await openWorkspace(source);
  const help = signatureHelp(opened.workspace, opened.uri, opened.cursor);
  const signature = help?.signatures[0];
  const label = signature?.parameters?.[help?.activeParameter ?? 0]?.label;
  if (signature === undefined || !Array.isArray(label)) return undefined;
  const [start, end] = label;
  return `${signature.label.slice(0, start)}[${signature.label.slice(start, end)}]${signature.label.slice(end)}`;
}

test("shows the syntax of the entry, with its name and then each clause active", async () => {
  expect(await signatureAt("reason ¦")).toBe("reason [name] by speaker for target against target: text");
  expect(await signatureAt("reason air ¦")).toBe("reason [name] by speaker for target against target: text");
  expect(await signatureAt("reason air by ¦")).toBe("reason name [by speaker] for target against target: text");
  expect(await signatureAt("reason air by lind for ke¦ep: R.")).toBe(
    "reason name by speaker [for target] against target: text",
  );
  expect(await signatureAt("claim a: A.\n  reason:\n    quote re¦")).toBe("quote [source]: text");
});

test("shows nothing in text, comments and headings", async () => {
  for (const source of [
    "reason air: Cl¦ean.",
    "// reason ¦",
    "# reason ¦",
    "claim a: A.\n  and rea¦son or not\n",
    "¦",
  ]) {
    expect(await signatureAt(source)).toBeUndefined();
  }
});

test("works in unfinished heads, and with Chinese names", async () => {
  expect(await signatureAt("claim 保留 by 林, ¦: 应当。")).toBe(
    "claim name [by speaker] answers question contradicts claim restates claim accepted-by speaker rejected-by speaker: text",
  );
  expect(await signatureAt("import x: other.argmap\nobjection against x.¦\n=== other.argmap\nclaim a: A.\n")).toBe(
    "objection name by speaker for target [against target]: text",
  );
});

test("reflects edits", async () => {
  const opened = await openWorkspace("reason¦");
  typeAtCursor(opened, " air for ");
  const help = signatureHelp(opened.workspace, opened.uri, { line: 0, character: 15 });
  expect(help?.activeParameter).toBe(2);
  expect(help?.signatures[0]?.parameters?.[2]?.documentation).toContain("supports");
});
