import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../language/entry.ts";
import { filesOf, referencesTo, targetOf } from "../../../language/graph.ts";
import { definedName, fileOf, MapFile, type Reference, referencesOf } from "../../../language/map.ts";
import { baseName, folderOf, relativePath, resolvePath } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { importOf, mentionOf } from "../../importing.ts";
import { inserted, removed, textsOf, treeBlock, withComments } from "../blocks.ts";
import type { Offer, Refactoring } from "../offer.ts";

const MOST_FILES = 5;
const MOVABLE: ReadonlySet<string> = new Set(["claim", "question", "reason", "objection", "speaker", "source"]);

/**
 * A top-level entry with all that stands under it goes to another file: one that this file imports or that imports it, or
 * a new one. Names on both sides stay right, and imports are added for them; where two files would have to import each
 * other, or a name is taken there, it is not offered.
 */
export const moveToFile: Refactoring = ({ workspace, file, entry, range }) => {
  if (entry === undefined || entry.parent !== undefined || entry.head.form !== "full") return [];
  if (!MOVABLE.has(entry.head.keyword) || file.syntax.lines.at(range.start.line) !== entry.line) return [];
  const around = new Set([...filesOf(file), ...workspace.usersOf(file)]);
  around.delete(file);
  const offers: Offer[] = [];
  for (const to of [...around].slice(0, MOST_FILES)) {
    if (!canMove(workspace, entry, to)) continue;
    offers.push({
      title: `Move it to ${baseName(to.uri)}`,
      kind: "refactor.move",
      edit: () => workspaceEdit(workspace, editsFor(workspace, entry, to) ?? []),
    });
  }
  const fresh = newFile(workspace, entry);
  if (fresh !== undefined && canMove(workspace, entry, fresh)) {
    offers.push({
      title: `Move it to a new file ${baseName(fresh.uri)}`,
      kind: "refactor.move",
      edit: (): WorkspaceEdit => {
        const { documentChanges = [], ...edit } = workspaceEdit(workspace, editsFor(workspace, entry, fresh) ?? []);
        return { ...edit, documentChanges: [{ kind: "create", uri: fresh.uri }, ...documentChanges] };
      },
    });
  }
  return offers;
};

/** A file beside this one, after the name of what goes there, that no known map has; empty as yet. */
function newFile(workspace: Workspace, entry: Entry): MapFile | undefined {
  const name = definedName(entry)?.text;
  const folder = folderOf(fileOf(entry).uri);
  if (name === undefined || folder === "" || !folder.includes("/")) return undefined;
  for (let number = 1; number < 10; number++) {
    const uri = `${folder}/${encodeURIComponent(number === 1 ? name : `${name}-${number}`)}.argmap`;
    if (workspace.get(uri) === undefined) return new MapFile(uri, "");
  }
  return undefined;
}

const canMove = (workspace: Workspace, entry: Entry, to: MapFile): boolean =>
  editsFor(workspace, entry, to) !== undefined;

/** What moving takes; undefined where it cannot be. */
function editsFor(workspace: Workspace, entry: Entry, to: MapFile): readonly Edit[] | undefined {
  const from = fileOf(entry);
  const tree = treeOf(entry);
  const names = [...tree].flatMap((one) => definedName(one)?.text ?? []);
  if (names.some((name) => to.definitionsOf(name).length > 0)) return undefined;

  const block = withComments(from, treeBlock(entry));
  const inside = rewrittenInside(tree, to);
  const outside = rewrittenOutside(workspace, tree, to);
  if (inside === undefined || outside === undefined) return undefined;
  // They would import each other.
  if (inside.imports.size > 0 && outside.imports.has(from)) return undefined;

  const texts = [...textsOf(from, block)];
  const rewriting = [...inside.names, ...pathsInside(tree, to)];
  for (const { line, start, end, text } of rewriting.toSorted((a, b) => b.start - a.start)) {
    const at = from.syntax.lines.numberOf(line) - block.first;
    const raw = texts[at] ?? "";
    texts[at] = raw.slice(0, start) + text + raw.slice(end);
  }
  const isEmpty = to.syntax.text.trim() === "";
  const imports = [...inside.imports.values()];
  const there: Edit[] = isEmpty
    ? [
        inserted(to, 0, [
          ...imports.map(({ newText }) => newText.trim()),
          ...(imports.length > 0 ? [""] : []),
          ...texts,
        ]),
      ]
    : [...imports.map((edit) => ({ uri: to.uri, ...edit })), inserted(to, to.syntax.lines.length, ["", ...texts])];
  const users = [...outside.imports].flatMap(([file, edit]) =>
    edit === undefined ? [] : [{ uri: file.uri, ...edit }],
  );
  // An import that goes right before what is taken away comes first: else the two would be taken to overlap.
  return [...users, removed(from, block), ...there, ...outside.names];
}

function treeOf(entry: Entry): ReadonlySet<Entry> {
  const tree = new Set([entry]);
  // A set may grow while it is walked.
  for (const one of tree) for (const child of one.children) tree.add(child);
  return tree;
}

interface Rewritten {
  readonly line: Entry["line"];
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How what is mentioned in the tree is mentioned from the other file. */
function rewrittenInside(tree: ReadonlySet<Entry>, to: MapFile) {
  const names: Rewritten[] = [];
  const imports = new Map<string, NonNullable<ReturnType<typeof mentionOf>>["import"] & object>();
  for (const entry of tree) {
    for (const reference of referencesOf(entry)) {
      const target = targetOf(reference);
      // What leads nowhere leads nowhere there.
      if (target === undefined || tree.has(target)) continue;
      const mention = mentionOf(to, target);
      if (mention === undefined) return undefined;
      if (mention.import !== undefined) imports.set(mention.import.newText, mention.import);
      const { name } = reference;
      names.push({ line: entry.line, start: name.start, end: name.end, text: mention.written });
    }
  }
  return { names, imports };
}

/** How what the tree defines is mentioned by those outside it, once it stands in the other file. */
function rewrittenOutside(workspace: Workspace, tree: ReadonlySet<Entry>, to: MapFile) {
  const names: Edit[] = [];
  const imports = new Map<MapFile, ReturnType<typeof importOf> | undefined>();
  for (const entry of tree) {
    const name = definedName(entry)?.text;
    if (name === undefined) continue;
    for (const reference of referencesTo(entry, workspace.usersOf(fileOf(entry)))) {
      if (tree.has(reference.entry)) continue;
      const user = fileOf(reference.entry);
      const prefix = prefixIn(user, to);
      if (user !== to && prefix === undefined) {
        const path = relativePath(user.uri, to.uri);
        if (path === undefined || filesOf(to).includes(user)) return undefined;
        imports.set(user, importOf(user, path, undefined));
      }
      names.push(mention(reference, user === to || prefix === undefined || prefix === "" ? name : `${prefix}.${name}`));
    }
  }
  return { names, imports };
}

/** The prefix by which a file imports another, `""` for none; undefined where it does not import it. */
function prefixIn(file: MapFile, imported: MapFile): string | undefined {
  const found = file.imports.find(({ target }) => target.state === "found" && target.file === imported);
  return found && (definedName(found.entry)?.text ?? "");
}

function mention({ entry, name }: Reference, newText: string): Edit {
  const file = fileOf(entry);
  return { uri: file.uri, range: file.syntax.rangeOf({ line: entry.line, start: name.start, end: name.end }), newText };
}

/** Paths of sources, from where the other file is. */
function pathsInside(tree: ReadonlySet<Entry>, to: MapFile): readonly Rewritten[] {
  return [...tree].flatMap((entry) =>
    entry.attributes.flatMap(({ key, line, value }): readonly Rewritten[] => {
      const { reading } = line;
      const target = key === "file" ? resolvePath(fileOf(entry).uri, value) : undefined;
      const text = target && relativePath(to.uri, target);
      if (text === undefined || reading.kind !== "attribute") return [];
      return [{ line, start: reading.textStart, end: reading.textStart + value.length, text }];
    }),
  );
}
