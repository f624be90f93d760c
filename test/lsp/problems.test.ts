import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  TextDocumentSaveReason,
  WillSaveTextDocumentNotification,
} from "vscode-languageserver-protocol/node";
import { map } from "../support/maps/markedMap.ts";
import { writePdf } from "../support/pdf/writePdf.ts";
import {
  errorsOf,
  fullCapabilities,
  openInServer,
  startServer,
  type TestClient,
  temporaryFolder,
} from "../support/programs/lspClient.ts";

const WARNING = 2;
const at = (line: number, character: number, length = 0) => ({
  start: { line, character },
  end: { line, character: character + length },
});

test("problems are published with the version of each edit, and removed when the document is closed", async () => {
  const { client, at: files } = await openInServer(map`
    claim keep: It should stay.
    reason air for keep: Cleaner air.
  `);
  const { uri } = files;
  await client.waitForErrors(uri, [], 1);
  expect(await client.change(uri, { range: at(1, 15, 4), text: "keen" })).toBe(2);
  const { diagnostics } = await client.waitForErrors(uri, ["unknown-name"], 2);
  expect(diagnostics.find(({ code }) => code === "unknown-name")).toMatchObject({
    range: at(1, 15, 4),
    source: "argmap",
    message: expect.stringContaining("keep"),
    codeDescription: { href: expect.stringMatching(/\/docs\/reference\.md#unknown-name$/) },
  });
  await client.change(uri, { range: at(1, 18, 1), text: "p" });
  await client.waitForErrors(uri, [], 3);
  await client.close(uri);
  await client.published.latest((message) => message.uri === uri && message.diagnostics.length === 0);
});

test("problems follow every version, and several changes in one message are applied in order", async () => {
  const { client, at: files } = await openInServer("claim keep: It stays.\n");
  const { uri } = files;
  for (let version = 2; version < 12; version++) await client.change(uri, { range: at(0, 21), text: "!" });
  await client.published.latest(({ version }) => version === 11);
  await client.change(uri, { range: at(1, 0), text: "reason for kee" }, { range: at(1, 14), text: "n: So.\n" });
  await client.waitForErrors(uri, ["unknown-name"], 12);
  const versions = client.published.all.map(({ version }) => version ?? 0);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

test("hints about the entry that is written wait while the editor saves after a delay, until the user saves", async () => {
  const { client, at: files } = await openInServer("");
  const { uri } = files;
  const save = async (reason: TextDocumentSaveReason): Promise<void> => {
    await client.connection.sendNotification(WillSaveTextDocumentNotification.type, { textDocument: { uri }, reason });
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  };
  const hasHint = ({ diagnostics }: { readonly diagnostics: readonly { readonly code?: unknown }[] }): boolean =>
    diagnostics.some(({ code }) => code === "unused-claim");
  await client.change(uri, { range: at(0, 0), text: "claim ban: Ban cars" });
  await save(TextDocumentSaveReason.AfterDelay);
  await client.change(uri, { range: at(0, 19), text: "." });
  await client.published.latest(({ version }) => version === 3);
  expect(client.published.all.some(hasHint)).toBe(false);
  await save(TextDocumentSaveReason.Manual);
  await client.published.latest(hasHint);
});

test("related locations are sent to clients that support them", async () => {
  const source = "claim keep: It stays.\nclaim keep: It stays indeed.\n";
  const { client, at: files } = await openInServer(source);
  const { diagnostics } = await client.waitForErrors(files.uri, ["duplicate-name"]);
  expect(diagnostics.find(({ code }) => code === "duplicate-name")).toMatchObject({
    range: at(1, 6, 4),
    relatedInformation: [{ location: { uri: files.uri, range: at(0, 6, 4) } }],
  });
  const plain = await startServer({ capabilities: { textDocument: { publishDiagnostics: {} } } });
  await plain.open(files.uri, source);
  const message = await plain.waitForErrors(files.uri, ["duplicate-name"]);
  expect(message.diagnostics.some(({ relatedInformation }) => relatedInformation !== undefined)).toBe(false);
});

const split = map`
  import air: air.argmap
  claim keep: It stays.
    reason air for keep:
      premise air.fall
  === air.argmap
  claim fell: It fell.
`;

test("an imported file is read from disk, then from the editor, and from disk again after it is closed", async () => {
  const { client, at: files } = await openInServer(split);
  const [main, air] = [files.uri, files.uriOf("air.argmap")];
  await client.waitForErrors(main, ["unknown-name"]);
  await client.open(air, "claim fell: It fell.\n");
  await client.change(air, { range: at(0, 7, 1), text: "a" });
  await client.waitForErrors(main, []);
  await client.close(air);
  await client.waitForErrors(main, ["unknown-name"]);
});

test("a file that changes on disk is read again", async () => {
  const { client, at: files } = await openInServer(split);
  const [main, air] = [files.uri, files.uriOf("air.argmap")];
  await client.waitForErrors(main, ["unknown-name"]);
  files.write("air.argmap", "claim fall: It fell.\n");
  await client.notifyChangedOnDisk(air);
  await client.waitForErrors(main, []);
  files.remove("air.argmap");
  await client.notifyChangedOnDisk(air);
  await client.waitForErrors(main, ["import-not-found"]);
  files.write("air.argmap", "claim fall: It fell again.\n");
  await client.notifyChangedOnDisk(air);
  await client.waitForErrors(main, []);
});

test("quotes are searched in their source, and again when it changes on disk", async () => {
  const { client, at: files } = await openInServer(map`
    source report: A report
      file: report.txt
    claim keep: It stays.
      reason: Cleaner air.
        quote report: fell by 21 per cent
    === report.txt
    The pollution fell by 21 per cent.
  `);
  const { uri } = files;
  await client.waitForErrors(uri, []);
  files.write("report.txt", "The pollution rose.\n");
  await client.notifyChangedOnDisk(files.uriOf("report.txt"));
  await client.waitForErrors(uri, ["quote-not-found"]);
});

test("a PDF is read in the background, and again when it changes", async () => {
  const { client, at: files } = await openInServer(map`
    source report: A report
      file: report.pdf
    claim keep: It stays.
      reason: Cleaner air.
        quote report: fell by 21 per cent
  `);
  const { uri } = files;
  await client.waitForErrors(uri, ["source-not-found"]);
  const write = async (content: string | Uint8Array): Promise<void> => {
    files.write("report.pdf", content);
    await client.notifyChangedOnDisk(files.uriOf("report.pdf"));
  };
  await write(writePdf([["The pollution fell", "by 21 per cent."]]));
  await client.waitForErrors(uri, []);
  await write(writePdf([["The pollution rose", "by 21 per cent."]]));
  await client.waitForErrors(uri, ["quote-not-found"]);
  await write("not a PDF");
  await client.waitForErrors(uri, ["unreadable-source"]);
});

test("an article that is open is read from the editor", async () => {
  const { client, at: files } = await openInServer(map`
    source report: A report
      file: report.html
    claim keep: It stays.
      reason: Cleaner air.
        quote report: fell by 21 per cent
    === report.html
    <p>The pollution fell <b>by 21</b> per cent.
  `);
  const [main, article] = [files.uri, files.uriOf("report.html")];
  await client.waitForErrors(main, []);
  await client.open(article, "<p>The pollution rose <b>by 21</b> per cent.\n", "html");
  await client.waitForErrors(main, ["quote-not-found"]);
  await client.change(article, { range: at(0, 17, 4), text: "fell" });
  await client.waitForErrors(main, []);
  await client.change(article, { range: at(0, 17, 4), text: "sank" });
  await client.waitForErrors(main, ["quote-not-found"]);
  await client.close(article);
  await client.waitForErrors(main, []);
});

test("severities follow the settings, and their changes", async () => {
  let problems: Record<string, string> = { "unknown-name": "warning" };
  const { client } = await openInServer("reason for keep: So.\n", { settings: () => ({ problems }) });
  await client.published.latest(({ diagnostics }) =>
    diagnostics.some(({ code, severity }) => code === "unknown-name" && severity === WARNING),
  );
  problems = { "unknown-name": "off" };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.published.latest((message) => message.diagnostics.every(({ code }) => code !== "unknown-name"));
});

test("registers for file events if the client supports it", async () => {
  const workspace = { ...fullCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  const client = await startServer({ capabilities: { ...fullCapabilities, workspace } });
  const { registerOptions } = await client.registered.latest(
    ({ method }) => method === "workspace/didChangeWatchedFiles",
  );
  expect(registerOptions).toMatchObject({ watchers: [{ globPattern: "**/*" }] });
});

// ---- pull diagnostics ----------------------------------------------------------

const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

async function pullErrors(client: TestClient, uri: string): Promise<readonly string[]> {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === "full" ? errorsOf({ diagnostics: report.items }) : [];
}

test("a client that cannot receive published problems pulls them, and is asked to pull again after changes", async () => {
  const files = temporaryFolder(split);
  const client = await startServer({ capabilities: pulling });
  expect(client.initializeResult.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
  const [main, air] = [files.uri, files.uriOf("air.argmap")];
  const read = client.diagnosticRefreshes.next();
  await client.open(main, files.files[main] ?? "");
  await read;
  expect(await pullErrors(client, main)).toEqual(["unknown-name"]);
  const changed = client.diagnosticRefreshes.next();
  await client.open(air, "claim fall: It fell.\n");
  await changed;
  expect(await pullErrors(client, main)).toEqual([]);
  expect(await pullErrors(client, files.uriOf("none.argmap"))).toEqual([]);
  expect(client.published.all).toEqual([]);
});

test("problems are published to a client that supports both ways, unless it chooses to pull", async () => {
  const textDocument = { ...fullCapabilities.textDocument, diagnostic: {} };
  const both = await startServer({ capabilities: { ...fullCapabilities, textDocument } });
  expect(both.initializeResult.capabilities.diagnosticProvider).toBeUndefined();
  const choosing = await startServer({
    capabilities: { ...fullCapabilities, textDocument },
    initializationOptions: { pullDiagnostics: true },
  });
  expect(choosing.initializeResult.capabilities.diagnosticProvider).toBeDefined();
});

test("a client without refresh support is not asked to pull again", async () => {
  const { client, at } = await openInServer(split, { capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(at.uriOf("air.argmap"), "claim fall: It fell.\n");
  expect(await pullErrors(client, at.uri)).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "a source or import that is a named pipe does not block the server",
  async () => {
    const at = temporaryFolder("source pipe: A pipe\n  file: pipe.txt\nimport: pipe.txt\n");
    execFileSync("mkfifo", [fileURLToPath(at.uriOf("pipe.txt"))]);
    const client = await startServer();
    await client.open(at.uri, at.files[at.uri] ?? "");
    await client.waitForErrors(at.uri, ["import-not-found", "unreadable-source"]);
  },
);
