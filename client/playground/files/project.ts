/** A map with the files that it needs: imported maps and articles. All are in the memory of the page. */

/** The ending of the names of maps. */
export const MAP_EXTENSION = ".argmap";

export interface ProjectFile {
  /** The path from the folder of the project, with `/`. */
  readonly path: string;
  /** Text, or the bytes of a document such as a PDF. */
  readonly content: string | Uint8Array;
}

export interface Project {
  /** Unique for each map that is opened, so that the server never takes one for another. */
  readonly id: string;
  /** The path of the map that the picture shows. */
  readonly main: string;
  readonly files: readonly ProjectFile[];
}

/** Returns a project with a new id. The first file is its map. A file with the path of one before gets another path. */
export const newProject = (files: readonly [ProjectFile, ...ProjectFile[]]): Project => ({
  id: crypto.randomUUID(),
  main: files[0].path,
  files: withUniquePaths(files),
});

function withUniquePaths(files: readonly ProjectFile[]): readonly ProjectFile[] {
  const used = new Set(files.map(({ path }) => path));
  const placed = new Set<string>();
  return files.map(({ path, content }) => {
    let unique = path;
    for (let number = 2; placed.has(unique) || (unique !== path && used.has(unique)); number++)
      unique = path.replace(/(?=(?:\.[^./]*)?$)/, `-${number}`);
    placed.add(unique);
    return { path: unique, content };
  });
}

/** The URI of the folder of a project, with `/` at its end. */
const folderUri = (id: string): string => `memory:///${id}/`;

/** Returns the URI of a file of a project. */
export const uriOf = ({ id }: Pick<Project, "id">, path: string): string =>
  folderUri(id) + path.split("/").map(encodeURIComponent).join("/");

/** Returns the path of a file of a project; undefined for another URI. The server may escape other letters than `uriOf`. */
export function pathOf({ id }: Pick<Project, "id">, uri: string): string | undefined {
  const folder = folderUri(id);
  if (!uri.startsWith(folder)) return undefined;
  try {
    return decodeURIComponent(uri.slice(folder.length));
  } catch {
    return undefined;
  }
}

/** Whether a path is that of a map, by its extension. */
export const isMapPath = (path: string): boolean => path.toLowerCase().endsWith(MAP_EXTENSION);
