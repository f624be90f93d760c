/** Finds and reads the article that an assistant asks for. */
import type { Article } from "../../core/articles/article.ts";
import type { SourceArticle } from "../../core/articles/readArticle.ts";
import { didYouMean } from "../../core/checks/support/messages.ts";
import { unreadableMessage } from "../../core/checks/support/unreadableSource.ts";
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { sourcesOf } from "../../core/language/relations/quoteSources.ts";
import { joinList } from "../../core/strings/english.ts";
import { nearest } from "../../core/strings/spelling.ts";
import { UserError } from "../../features/shared/userError.ts";
import { resolvePath } from "../../workspace/files/paths.ts";
import { sourceUri } from "../../workspace/sources/sources.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { entryNamed } from "../maps/entries.ts";

/** An article that has been read. */
export interface ReadArticle {
  /** The URI of its file. */
  readonly file: string;
  readonly article: Article;
  readonly title: string;
}

/**
 * Returns the article of a source.
 *
 * @param named the name or title of a source, or the path of an article from the map; undefined for the only source
 * @throws {UserError} if there is no such source, or its article cannot be read
 */
export async function articleFor(workspace: Workspace, map: MapFile, named: string | undefined): Promise<ReadArticle> {
  const sources = sourcesOf(importClosure(map));
  const source = named === undefined ? onlySource(sources) : sourceNamed(map, sources, named);
  if (source !== undefined) return articleOfSource(workspace, source);
  const file = named === undefined ? undefined : articleFile(workspace, map, named);
  const read = file === undefined ? undefined : await readFile(workspace, file);
  if (file !== undefined && read?.state === "found") return { file, article: read.article, title: named ?? "" };
  const reason = read === undefined ? undefined : unreadableMessage(read);
  const names = sources.flatMap(({ head }) => head.name?.text ?? []);
  const advice = didYouMean(nearest(named ?? "", names)) || choice(names);
  throw new UserError(
    reason === undefined
      ? `No source of this map is named “${named}”, and there is no file at that path. ${advice}`
      : `“${named}”: ${reason}`,
  );
}

/** @throws {UserError} if there are several sources, or none */
function onlySource(sources: readonly Entry[]): Entry {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  if (only === undefined)
    throw new UserError("This map has no source. Give `source` the path of an article beside the map.");
  throw new UserError(
    `This map has ${sources.length} sources. ${choice(sources.flatMap(({ head }) => head.name?.text ?? []))}`,
  );
}

const choice = (names: readonly string[]): string =>
  names.length === 0
    ? "Give `source` the path of an article beside the map."
    : `Give \`source\` one of these: ${joinList(names, "or")}.`;

function sourceNamed(map: MapFile, sources: readonly Entry[], named: string): Entry | undefined {
  const entry = entryNamed(map, named);
  if (entry?.head.keyword === "source") return entry;
  return sources.find((source) => titleOf(source).toLowerCase() === named.trim().toLowerCase());
}

/** @throws {UserError} if the article of the source cannot be read */
export async function articleOfSource(workspace: Workspace, source: Entry): Promise<ReadArticle> {
  const title = titleOf(source);
  const file = sourceUri(source);
  if (file === undefined)
    throw new UserError(
      `The source “${title}” has no \`file\`, so its words cannot be read. Ask the user to save the article and to add its file to the source.`,
    );
  workspace.sources.articleOf(source);
  await workspace.whenIdle();
  const read = workspace.sources.articleOf(source);
  if (read.state === "found") return { file, article: read.article, title };
  throw new UserError(`The source “${title}” cannot be read. ${reasonOf(read)}`);
}

/** Returns the file at a path from the map; undefined for a map, and for hidden files, which are nobody's articles. */
function articleFile(workspace: Workspace, map: MapFile, path: string): string | undefined {
  const file = resolvePath(map.uri, path);
  // White space around a path does not count, as in maps.
  const isHidden = /(?:^|[/\\])\.(?!\.?(?:[/\\]|$))/.test(path.trim());
  return file === undefined || isHidden || workspace.get(file) !== undefined ? undefined : file;
}

async function readFile(workspace: Workspace, file: string): Promise<SourceArticle> {
  workspace.sources.articleAt(file);
  await workspace.sources.articles.whenRead([file]);
  return workspace.sources.articleAt(file);
}

const reasonOf = (read: SourceArticle): string =>
  unreadableMessage(read) ?? "There is no file at its path. Ask the user where the article is.";
