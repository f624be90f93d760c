/** The files that a program passes to the library. */
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { normalizeUri } from "../workspace/files/paths.ts";

/** The folder of the map and of its files. */
export const FOLDER = "file:///maps";

/** Returns a file system with the given texts, by their paths from the folder. */
export function textFiles(texts: Readonly<Record<string, string>>): FileSystem {
  const contents = new Map(
    Object.entries(texts).map(([path, text]) => [normalizeUri(new URL(path, `${FOLDER}/`).href), text]),
  );
  return {
    read: async (uri) => contents.get(uri),
    async readBytes(uri, maxBytes) {
      const text = contents.get(uri);
      if (text === undefined) return { state: "missing" };
      const bytes = new TextEncoder().encode(text);
      return bytes.length > maxBytes ? { state: "too-large", bytes: bytes.length } : { state: "found", bytes };
    },
    realUri: async (uri) => uri,
    // Only open folders are listed, and there are none.
    list: async () => [],
    // The library runs in the program's own thread, and reads texts only: neither PDFs nor Word documents.
    async readInBackground(task) {
      if (!("text" in task)) return { state: "unsupported" };
      const { readMarkup } = await import("../core/articles/read/markupBundle.ts");
      return { state: "found", article: readMarkup(task.format, task.text) };
    },
  };
}
