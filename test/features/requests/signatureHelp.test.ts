import { expect, test } from "vitest";
import { signatureHelp } from "../../../server/features/requests/signatureHelp.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** The form at ¦ with the part in brackets that the cursor is at. */
async function form(source: string): Promise<string | undefined> {
  const at = await openWorkspace(source);
  const help = signatureHelp(at.workspace, at.uri, at.cursor);
  const signature = help?.signatures[0];
  const label = signature?.parameters?.[help?.activeParameter ?? 0]?.label;
  if (signature === undefined || !Array.isArray(label)) return undefined;
  const [start, end] = label;
  return `${signature.label.slice(0, start)}[${signature.label.slice(start, end)}]${signature.label.slice(end)}`;
}

test("shows the form of an entry while its head is typed, at its name and then at each clause", async () => {
  expect(await form("reason ¦")).toBe("reason [name] by speaker for target: text");
  expect(await form("reason air ¦")).toBe("reason [name] by speaker for target: text");
  expect(await form("reason air by ¦")).toBe("reason name [by speaker] for target: text");
  expect(await form("reason air by lind for ke¦ep: R.")).toBe("reason name by speaker [for target]: text");
  expect(await form("claim a: A.\n  reason:\n    quote re¦")).toBe("quote [source]: text");
});

test("shows nothing in prose, after the colon, in comments and headings", async () => {
  for (const source of [
    "reason air: Cl¦ean.",
    "// reason ¦",
    "# reason ¦",
    "claim a: A.\n  and rea¦son or not\n",
    "¦",
  ]) {
    expect(await form(source)).toBeUndefined();
  }
});

test("shows it in heads that cannot be read yet, and of Chinese names", async () => {
  expect(await form("claim 保留 by 林, ¦: 应当。")).toBe(
    "claim name [by speaker] answers question contradicts claim accepted-by speaker rejected-by speaker: text",
  );
  expect(await form("import x: other.argmap\nobjection against x.¦\n=== other.argmap\nclaim a: A.\n")).toBe(
    "objection name by speaker [against target]: text",
  );
});

test("follows what is typed", async () => {
  const at = await openWorkspace("reason¦");
  typeAtCursor(at, " air for ");
  const help = signatureHelp(at.workspace, at.uri, { line: 0, character: 15 });
  expect(help?.activeParameter).toBe(2);
  expect(help?.signatures[0]?.parameters?.[2]?.documentation).toContain("supports");
});
