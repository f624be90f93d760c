/** The names by which an assistant and Argmap speak of maps: paths from the folder that contains them. */

import { didYouMean } from "../../core/checks/support/messages.ts";
import type { MapFile } from "../../core/language/map.ts";
import { decodeOrKeep } from "../../core/strings/baseName.ts";
import { nearest } from "../../core/strings/spelling.ts";
import { UserError } from "../../features/shared/userError.ts";
import { isWithin } from "../../workspace/files/folders.ts";
import { normalizeUri } from "../../workspace/files/paths.ts";

/**
 * Returns the name of a file: its path from the only folder, or with the name of the folder before it if there are several.
 * A file outside the folders has its whole path.
 */
export function fileName(uri: string, folders: readonly string[]): string {
  const folder = folders.find((one) => isWithin(uri, one));
  if (folder === undefined) return pathOf(uri);
  if (folders.length === 1) return decode(uri.slice(folder.length + 1));
  const parent = folder.slice(0, folder.lastIndexOf("/"));
  const last = folder.slice(parent.length);
  // Two folders with the same name need their whole paths.
  return folders.filter((one) => one.endsWith(last)).length > 1 ? pathOf(uri) : decode(uri.slice(parent.length + 1));
}

const decode = (path: string): string => path.split("/").map(decodeOrKeep).join("/");

/** The whole path of a file. On Windows, it has no slash before the drive. */
const pathOf = (uri: string): string => decode(uri.replace(/^file:\/\//, "")).replace(/^\/(?=[A-Za-z]:)/, "");

/**
 * Finds the map with a name. Only maps that have been read are searched, so no name leads outside the folders.
 *
 * @throws {UserError} if there is none
 */
export function findMap(name: string, files: readonly MapFile[], folders: readonly string[]): MapFile {
  const wanted = name.trim().replaceAll("\\", "/").replace(/^\.\//, "");
  const names = new Map(files.map((file) => [fileName(file.uri, folders), file]));
  const found =
    names.get(wanted) ?? names.get(`${wanted}.argmap`) ?? files.find(({ uri }) => uri === normalizeUri(asUri(wanted)));
  if (found !== undefined) return found;
  const suggestions = nearest(wanted, names.keys());
  throw new UserError(
    `There is no map “${name}” in the folders that Argmap may read. ${didYouMean(suggestions) || "Call list_maps to see what there is."}`,
  );
}

/** The URI of a whole path; other texts as they are. */
function asUri(path: string): string {
  const whole = path.replace(/^(?=[A-Za-z]:)/, "/");
  return whole.startsWith("/") ? `file://${whole.split("/").map(encodeURIComponent).join("/")}` : path;
}
