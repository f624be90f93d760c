/** Prints maps: opens a PDF on sheets in the system's viewer, from which it goes to the printer. */
import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import * as v from "valibot";
import { env, l10n, UIKind, Uri, window, workspace } from "vscode";
import { type ExportContext, exportPicture } from "../preview/export/export.ts";
import { exportOptionsSchema } from "../preview/export/exportOptions.ts";

/** Milliseconds after which a PDF is no longer served. */
const SERVE_TIME = 120_000;

/** Opens the map as a PDF on sheets, in light colors, with what its preview shows. Returns the PDF's file. */
export async function printMap(map: Uri, context: ExportContext): Promise<Uri | undefined> {
  const paper = workspace.getConfiguration("argmap", map).get("print.paper") === "letter" ? "letter" : "a4";
  const folder = await mkdtemp(path.join(tmpdir(), "argmap-"));
  const name = path.posix.basename(map.path).replace(/\.argmap$/, "");
  const to = Uri.file(path.join(folder, `${name}.pdf`));
  const options = v.parse(exportOptionsSchema, { format: "pdf", pages: paper, colors: "print", to });
  const file = await exportPicture(map, options, context);
  if (file === undefined) return undefined;
  // A window in a browser, or of a remote machine, cannot open a file of this machine.
  const isLocal = env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const address = isLocal ? file : await serveOnce(file, name);
  if (!(await env.openExternal(address)))
    void window.showErrorMessage(l10n.t("Could not open the PDF. It is in {0}.", file.fsPath));
  return file;
}

/** Serves a PDF at an address that cannot be guessed, and returns it as the window reaches it. */
async function serveOnce(file: Uri, name: string): Promise<Uri> {
  const content = await workspace.fs.readFile(file);
  const address = `/${randomUUID()}/${encodeURIComponent(name)}.pdf`;
  const server = createServer(({ url }, response) => {
    if (url === address) response.writeHead(200, { "content-type": "application/pdf" }).end(content);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  setTimeout(() => server.close(), SERVE_TIME).unref();
  const listening = server.address();
  const port = typeof listening === "object" && listening !== null ? listening.port : 0;
  // The VS Code that `npm start` runs forwards no ports, and its browser is on the same machine. VS Code would rewrite the addresses
  // `localhost` and `127.0.0.1`; browsers find this one on their own machine too.
  if (process.env["ARGMAP_LOCAL_BROWSER"] !== undefined) return Uri.parse(`http://argmap.localhost:${port}${address}`);
  return env.asExternalUri(Uri.parse(`http://127.0.0.1:${port}${address}`));
}
