/** Files that the client reads for the server. */

import * as v from "valibot";
import type { ReadInBackground } from "../core/articles/readArticle.ts";
import { base64ToBytes } from "../core/strings/base64.ts";
import * as files from "../protocol/files.ts";
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { limitRequests, UNANSWERED } from "./limitedRequests.ts";

/** A connection, or what a test puts in its place. */
interface ClientRequests {
  sendRequest(method: string, params: object): Promise<unknown>;
}

/** Larger files are not read as text. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

/** In milliseconds. The files of a client may be on a server that has been disconnected. */
const ANSWER_LIMIT = 20_000;

/** Returns the file system of the client. It treats files that the client cannot read as missing. */
export function createClientFileSystem(connection: ClientRequests, readInBackground: ReadInBackground): FileSystem {
  const listeners: ((uri: string) => void)[] = [];
  const request = limitRequests<{ readonly uri: string }>(
    (method, params) => connection.sendRequest(method, params),
    ANSWER_LIMIT,
    ({ uri }) => {
      for (const listener of listeners) listener(uri);
    },
  );

  /** Sends a request, whose answer is `otherwise` if it fails or is not valid. */
  async function ask<Schema extends v.GenericSchema>(
    method: string,
    params: { readonly uri: string },
    schema: Schema,
    otherwise: v.InferOutput<Schema>,
  ): Promise<v.InferOutput<Schema> | typeof UNANSWERED> {
    try {
      const answer = await request(method, params);
      return answer === UNANSWERED ? answer : v.parse(schema, answer);
    } catch {
      return otherwise;
    }
  }
  const readBytes: FileSystem["readBytes"] = async (uri, maxBytes) => {
    const params: files.ReadFileParams = { uri, maxBytes };
    const file = await ask(files.READ_FILE, params, files.readFileResult, { state: "missing" });
    if (file === UNANSWERED) return { state: "unanswered" };
    return file.state === "found" ? { state: "found", bytes: base64ToBytes(file.base64) } : file;
  };
  return {
    readBytes,
    async read(uri) {
      const file = await readBytes(uri, MAX_TEXT_BYTES);
      if (file.state !== "found") return undefined;
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
      } catch {
        return undefined;
      }
    },
    // A virtual file system does not tell where its links lead: it decides itself what may be read.
    realUri: async (uri) => uri,
    async list(uri) {
      const names = await ask(files.LIST_FOLDER, { uri }, files.listFolderResult, []);
      return names === UNANSWERED ? [] : names;
    },
    readInBackground,
    onLateAnswer: (listener) => void listeners.push(listener),
  };
}

/** Returns a file system that reads files on disk by `onDisk`, and all others by `byClient`. */
export function withVirtualFiles(onDisk: FileSystem, byClient: FileSystem): FileSystem {
  const fileSystemOf = (uri: string): FileSystem => (uri.startsWith("file:") ? onDisk : byClient);
  return {
    read: (uri) => fileSystemOf(uri).read(uri),
    readBytes: (uri, maxBytes) => fileSystemOf(uri).readBytes(uri, maxBytes),
    realUri: (uri) => fileSystemOf(uri).realUri(uri),
    list: (uri) => fileSystemOf(uri).list(uri),
    readInBackground: onDisk.readInBackground,
    ...(byClient.onLateAnswer && { onLateAnswer: byClient.onLateAnswer }),
  };
}
