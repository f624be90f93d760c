/** Answers the requests of the server, which reads the files of the open map from the memory of the page. */
import * as v from "valibot";
import { bytesToBase64 } from "../../../server/core/strings/base64.ts";
import * as protocol from "../../../server/protocol/files.ts";
import type { AnswerRequest } from "./startServer.ts";

/** What the server may read. */
export interface ReadableFiles {
  /** The content of a file; undefined if there is none with this URI. */
  bytesOf(uri: string): Uint8Array | undefined;
  /** The names in a folder. */
  namesIn(folder: string): readonly string[];
}

/** Returns a function that answers from these files. */
export function answerFrom(files: ReadableFiles): AnswerRequest {
  return async (method, params) => {
    switch (method) {
      case protocol.READ_FILE:
        return readFile(files, v.parse(protocol.readFileParams, params));
      case protocol.LIST_FOLDER:
        return files.namesIn(v.parse(protocol.listFolderParams, params).uri);
      // The page notifies the server of every changed file in any case.
      case "client/registerCapability":
      case "client/unregisterCapability":
        return null;
      default:
        throw new Error(`The playground does not answer ${method}.`);
    }
  };
}

function readFile(files: ReadableFiles, { uri, maxBytes }: protocol.ReadFileParams): protocol.ReadFileResult {
  const bytes = files.bytesOf(uri);
  if (bytes === undefined) return { state: "missing" };
  if (bytes.length > maxBytes) return { state: "too-large", bytes: bytes.length };
  return { state: "found", base64: bytesToBase64(bytes) };
}
