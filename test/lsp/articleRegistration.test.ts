/** The dynamic registration for articles. */
import { expect, test } from "vitest";
import { selectionCommands } from "../../server/protocol/articles.ts";
import { openCitingMap } from "../support/programs/lspArticles.ts";
import type { TestClient } from "../support/programs/lspClient.ts";

const isHover = ({ method }: { readonly method: string }): boolean => method === "textDocument/hover";
const hoverCount = (client: TestClient): number => client.registered.all.filter(isHover).length;
const methods = (client: TestClient): readonly string[] => client.registered.all.map(({ method }) => method);

test("contains exactly the files that maps cite", async () => {
  const { client, at } = await openCitingMap({ commands: Object.values(selectionCommands) });
  const registration = await client.registered.latest(isHover);
  const path = new URL(at.uriOf("a.md")).pathname;
  expect(registration.registerOptions).toEqual({
    documentSelector: [
      { scheme: "file", pattern: path },
      { scheme: "argmap-source", pattern: path },
    ],
  });
  expect(methods(client)).toEqual(
    expect.arrayContaining(["textDocument/didOpen", "textDocument/codeAction", "textDocument/codeLens"]),
  );
});

test("is replaced when maps cite another file, whose name is escaped in the pattern", async () => {
  const { client, at } = await openCitingMap();
  await client.registered.latest(isHover);
  at.write(encodeURIComponent("[notes] {1}*?.md"), "it fell");
  const replaced = client.registered.next(isHover);
  await client.change(at.uri, { text: "source report: A report\n  file: [notes] {1}*?.md\n" });
  const options = JSON.stringify((await replaced).registerOptions);
  expect(options).toContain("[[]notes[]] [{]1[}][*][?].md");
  expect(options).not.toContain("a.md");
});

test("is not replaced while the user types the path of a file", async () => {
  const { client, at } = await openCitingMap();
  await client.registered.latest(isHover);
  const head = "source report: A report\n  file: a.md\nsource notes: Notes\n  file: ";
  for (const typed of ["n", "no", "notes", "notes."]) {
    await client.change(at.uri, { text: head + typed });
    // Published when the server has looked for the file.
    await client.published.next(({ diagnostics }) => diagnostics.some(({ code }) => code === "source-not-found"));
  }
  expect(hoverCount(client)).toBe(1);
  const replaced = client.registered.next(isHover);
  await client.change(at.uri, { text: `${head}notes.md` });
  expect(JSON.stringify((await replaced).registerOptions)).toContain("notes.md");
  expect(hoverCount(client)).toBe(2);
});

test("is replaced when a missing file is created", async () => {
  const { client, at } = await openCitingMap();
  await client.registered.latest(isHover);
  await client.change(at.uri, { text: "source late: Late\n  file: late.md\n" });
  await client.published.next(({ diagnostics }) => diagnostics.some(({ code }) => code === "source-not-found"));
  const replaced = client.registered.next(isHover);
  at.write("late.md", "It came.");
  await client.notifyChangedOnDisk(at.uriOf("late.md"));
  expect(JSON.stringify((await replaced).registerOptions)).toContain("late.md");
});

test("does not contain code actions if the client lacks their commands", async () => {
  const { client } = await openCitingMap();
  await client.registered.latest(isHover);
  expect(methods(client)).not.toContain("textDocument/codeAction");
});
