import { isArticleName } from "../../core/strings/articleName.ts";

/** Returns the names of the files in a folder that could be articles. Names of folders end with a slash. */
export const articleNamesIn = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !name.endsWith("/") && isArticleName(name));
