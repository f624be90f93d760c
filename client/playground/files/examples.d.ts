/** The examples of the site, which the playground loads when the user opens one. */
import { type Project } from "./project.ts";
export interface Example {
  /** The path of the map in the folder of the examples. */
  readonly map: string;
  /** The title of the map, in its language. */
  readonly title: string;
  readonly detail: string;
  /** The other files that the map needs. */
  readonly files: readonly string[];
}
export declare const examples: readonly Example[];
/** Loads an example from the site. Throws if it cannot be loaded. */
export declare function loadExample({ map, files }: Example): Promise<Project>;
