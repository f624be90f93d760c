import { type Project, type ProjectFile } from "../files/project.ts";
/** What an address asks for. */
export type Address =
  | {
      readonly kind: "none";
    }
  /** The first file is the map to show. */
  | {
      readonly kind: "files";
      readonly files: readonly [ProjectFile, ...ProjectFile[]];
    }
  /** The path of the map of an example. */
  | {
      readonly kind: "example";
      readonly path: string;
    }
  | {
      readonly kind: "broken";
      readonly message: string;
    };
/** The name of a map that comes without one. */
export declare const DEFAULT_NAME = "map.argmap";
/** Browsers take longer addresses, but other programs cut them off. */
export declare const MAX_LINK_LENGTH = 64000;
/** Reads the part of an address from `#` on. */
export declare function readAddress(hash: string): Promise<Address>;
/** A link, or why there is none. */
export type MapLink =
  | {
      readonly kind: "link";
      readonly hash: string /** Files that are not text. */;
      readonly omitted: readonly string[];
    }
  | {
      readonly kind: "too-long";
    };
/** Returns the part of an address from `#` on that contains the map, with the files that it needs. */
export declare function linkTo({ main, files }: Project): Promise<MapLink>;
