/** A map with the files that it needs: imported maps and articles. All are in the memory of the page. */
/** The ending of the names of maps. */
export declare const MAP_EXTENSION = ".argmap";
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
/** Returns a project with a new id. The first file is its map. */
export declare const newProject: (files: readonly [ProjectFile, ...ProjectFile[]]) => Project;
/** Returns the URI of a file of a project. */
export declare const uriOf: ({ id }: Pick<Project, "id">, path: string) => string;
/** Returns the path of a file of a project; undefined for another URI. The server may escape other letters than `uriOf`. */
export declare function pathOf({ id }: Pick<Project, "id">, uri: string): string | undefined;
export declare const isMapPath: (path: string) => boolean;
