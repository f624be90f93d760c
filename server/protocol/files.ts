/**
 * Requests from the server to the client, which reads files for it: in a browser there is no disk, and the folders of a
 * virtual workspace are on none. A client that does not know these requests has no such files.
 */
import * as v from "valibot";

/** Request: the content of a file of at most `maxBytes` bytes. */
export const READ_FILE = "argmap/readFile";
export const readFileParams = v.object({ uri: v.string(), maxBytes: v.number() });
export type ReadFileParams = v.InferOutput<typeof readFileParams>;
export const readFileResult = v.variant("state", [
  v.object({ state: v.literal("found"), base64: v.string() }),
  v.object({ state: v.literal("missing") }),
  v.object({ state: v.literal("denied") }),
  /** `bytes` is the size of the file. */
  v.object({ state: v.literal("too-large"), bytes: v.number() }),
]);
export type ReadFileResult = v.InferOutput<typeof readFileResult>;

/** Request: the names in a folder, with `/` after the names of folders; empty if there is no such folder. */
export const LIST_FOLDER = "argmap/listFolder";
export const listFolderParams = v.object({ uri: v.string() });
export type ListFolderParams = v.InferOutput<typeof listFolderParams>;
export const listFolderResult = v.array(v.string());
