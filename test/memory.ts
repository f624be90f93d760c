/** A file system in memory, for tests that would else need a disk. */
import type { FileSystem } from "../server/workspace/fileSystem.ts";
import { Workspace } from "../server/workspace/workspace.ts";

export interface Memory extends FileSystem {
  /** Writes a file, or deletes it with `undefined`. */
  readonly write: (uri: string, text: string | undefined) => void;
}

/** Files by their URI. */
export function memory(files: Readonly<Record<string, string>> = {}): Memory {
  const texts = new Map(Object.entries(files));
  return {
    read: async (uri) => texts.get(uri),
    list: async (uri) => {
      const names = new Set<string>();
      for (const name of texts.keys()) {
        if (!name.startsWith(`${uri}/`)) continue;
        const [first, ...deeper] = name.slice(uri.length + 1).split("/");
        const readable = decodeURIComponent(first ?? "");
        names.add(deeper.length > 0 ? `${readable}/` : readable);
      }
      return [...names];
    },
    write(uri, text) {
      if (text === undefined) texts.delete(uri);
      else texts.set(uri, text);
    },
  };
}

/** A workspace on files in memory, in which an error inside fails the test. */
export function workspaceOn(files: Memory): Workspace {
  return new Workspace(files, (error) => {
    throw error;
  });
}

/** A workspace with one open map. */
export function workspaceWith(text: string, uri = "file:///map.argmap"): Workspace {
  const workspace = workspaceOn(memory());
  workspace.open(uri, text, 1);
  return workspace;
}
