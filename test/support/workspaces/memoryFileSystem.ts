import { decode } from "../../../server/core/articles/read/decode.ts";
import { checks } from "../../../server/core/checks/registry.ts";
import { readInBackground } from "../../../server/node/backgroundReader.ts";
import type { FileSystem } from "../../../server/workspace/files/fileSystem.ts";
import { Workspace } from "../../../server/workspace/workspace.ts";

export type FileContent = string | Uint8Array;

export interface MemoryFileSystem extends FileSystem {
  /** Writes a file, or deletes it with `undefined`. */
  readonly write: (uri: string, content: FileContent | undefined) => void;
}

/** A file system in memory. @param files the initial content by URI */
export function memoryFileSystem(files: Readonly<Record<string, FileContent>> = {}): MemoryFileSystem {
  const contents = new Map(Object.entries(files));
  return {
    async read(uri) {
      const content = contents.get(uri);
      return typeof content === "object" ? decode(content) : content;
    },
    async readBytes(uri, maxBytes) {
      const content = contents.get(uri);
      if (content === undefined) return { state: "missing" };
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      return bytes.length > maxBytes ? { state: "too-large", bytes: bytes.length } : { state: "found", bytes };
    },
    realUri: async (uri) => uri,
    readInBackground,
    list: async (uri) => {
      const names = new Set<string>();
      for (const name of contents.keys()) {
        if (!name.startsWith(`${uri}/`)) continue;
        const [first, ...deeper] = name.slice(uri.length + 1).split("/");
        const readable = decodeURIComponent(first ?? "");
        names.add(deeper.length > 0 ? `${readable}/` : readable);
      }
      return [...names];
    },
    write(uri, content) {
      if (content === undefined) contents.delete(uri);
      else contents.set(uri, content);
    },
  };
}

/** A workspace on files in memory, with all checks on. An unexpected error fails the test. */
export function workspaceOn(files: MemoryFileSystem): Workspace {
  const workspace = new Workspace(files, (error) => {
    throw error;
  });
  workspace.setSeverities(Object.fromEntries(checks.map(({ code, severity }) => [code, severity])));
  return workspace;
}

/** A workspace with one open map and no other files. */
export function workspaceWith(text: string, uri = "file:///map.argmap"): Workspace {
  const workspace = workspaceOn(memoryFileSystem());
  workspace.open(uri, text, 1);
  return workspace;
}
