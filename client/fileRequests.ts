/** Answers the requests of the server for files that it cannot read itself. */

import * as v from "valibot";
import { Disposable, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { bytesToBase64 } from "../server/core/strings/base64.ts";
import * as protocol from "../server/protocol/files.ts";

/** Registers the answers. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest<protocol.ReadFileResult, void>(protocol.READ_FILE, (params: unknown) =>
      readFile(v.parse(protocol.readFileParams, params)),
    ),
    client.onRequest<readonly string[], void>(protocol.LIST_FOLDER, (params: unknown) =>
      listFolder(v.parse(protocol.listFolderParams, params)),
    ),
  );
}

async function readFile({ uri, maxBytes }: protocol.ReadFileParams): Promise<protocol.ReadFileResult> {
  const file = Uri.parse(uri);
  try {
    const { type, size } = await workspace.fs.stat(file);
    // A link to a file is both a link and a file.
    if ((type & FileType.File) === 0) return { state: "denied" };
    if (size > maxBytes) return { state: "too-large", bytes: size };
    const bytes = await workspace.fs.readFile(file);
    // The file may have grown, or its size was not known.
    if (bytes.length > maxBytes) return { state: "too-large", bytes: bytes.length };
    return { state: "found", base64: bytesToBase64(bytes) };
  } catch (error) {
    return { state: error instanceof FileSystemError && error.code === "NoPermissions" ? "denied" : "missing" };
  }
}

async function listFolder({ uri }: protocol.ListFolderParams): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return entries.map(([name, type]) => ((type & FileType.Directory) === 0 ? name : `${name}/`));
  } catch {
    return [];
  }
}
