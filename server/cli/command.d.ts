/** What a command of the command line is. */
import { type ParseArgsOptionsConfig } from "node:util";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { Workspace } from "../workspace/workspace.ts";
/** Does what its words say; gives the exit status. Throws {@link WrongUse} where the words are off. */
export type Command = (words: readonly string[]) => number | Promise<number>;
/** The command was called in a way it cannot be; the message says in what. */
export declare class WrongUse extends Error {}
/** Options and other words of a command; throws {@link WrongUse} at an option that there is not. */
export declare function readWords<O extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: O,
): {
  values: O extends ParseArgsOptionsConfig
    ? {
        -readonly [LongOption in keyof O]?: {
          [LongOption_1 in keyof O]: O[LongOption_1]["multiple"] extends infer T
            ? T extends O[LongOption_1]["multiple"]
              ? T extends false
                ? O[LongOption_1]["type"] extends "string"
                  ? string
                  : O[LongOption_1]["type"] extends "boolean"
                    ? boolean
                    : string | boolean
                : T extends true
                  ? (O[LongOption_1]["type"] extends "string"
                      ? string
                      : O[LongOption_1]["type"] extends "boolean"
                        ? boolean
                        : string | boolean)[]
                  : O[LongOption_1]["type"] extends "string"
                    ? string
                    : O[LongOption_1]["type"] extends "boolean"
                      ? boolean
                      : string | boolean
              : never
            : never;
        }[LongOption];
      } & {
        [LongOption in keyof O as O[LongOption]["default"] extends {} ? LongOption : never]: {
          [LongOption_1 in keyof O]: O[LongOption_1]["multiple"] extends infer T
            ? T extends O[LongOption_1]["multiple"]
              ? T extends false
                ? O[LongOption_1]["type"] extends "string"
                  ? string
                  : O[LongOption_1]["type"] extends "boolean"
                    ? boolean
                    : string | boolean
                : T extends true
                  ? (O[LongOption_1]["type"] extends "string"
                      ? string
                      : O[LongOption_1]["type"] extends "boolean"
                        ? boolean
                        : string | boolean)[]
                  : O[LongOption_1]["type"] extends "string"
                    ? string
                    : O[LongOption_1]["type"] extends "boolean"
                      ? boolean
                      : string | boolean
              : never
            : never;
        }[LongOption];
      } extends infer P
      ? { [K in keyof P]: P[K] }
      : never
    : {};
  positionals: string[];
};
/**
 * A workspace with these maps open and all that they import and cite read. Throws {@link WrongUse} where one cannot be read.
 *
 * @param folders whose files may be cited, beside those in the folder of each map
 */
export declare function openMaps(
  uris: readonly string[],
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<Workspace>;
