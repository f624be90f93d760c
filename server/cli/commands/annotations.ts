/** `argmap annotations`: prints the quotes of a map as W3C Web Annotations, which other programs can show in the article. */
import path from "node:path";
import { type Selectors, selectorsOf } from "../../core/articles/quotes/selector.ts";
import { attributeOf, type Entry, lineNumberOf } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { counted } from "../../core/strings/english.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { openMap, uriOf } from "../command.ts";

interface AnnotationBody {
  readonly type: "TextualBody";
  readonly purpose: "describing" | "tagging";
  readonly value: string;
}

/** An annotation of a quoted passage with the entry that it supports. */
interface Annotation {
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: "describing";
  readonly body: readonly AnnotationBody[];
  readonly target: { readonly source: string; readonly selector: Selectors };
}

/** Prints the annotations of a map. Returns 1 if a quote was omitted. */
export async function annotations(target: string): Promise<number> {
  const uri = uriOf(target);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  const quotes = [...file.entriesOf("quote")].filter(({ text }) => text !== "");
  const items = quotes.flatMap((quote) => annotationOf(workspace, file, quote) ?? []);
  const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
  process.stdout.write(`${JSON.stringify(page, undefined, 2)}\n`);
  if (items.length === quotes.length) return 0;
  const unreadable = quotes.filter((quote) => workspace.sources.locateQuote(quote) === undefined).length;
  const notFound = quotes.length - items.length - unreadable;
  if (notFound > 0) process.stderr.write(`${counted(notFound, "quote")} omitted: not found in the source.\n`);
  if (unreadable > 0) process.stderr.write(`${counted(unreadable, "quote")} omitted: no readable source.\n`);
  process.stderr.write("Run “argmap check” for details.\n");
  return 1;
}

/**
 * Returns the annotation of a quote; undefined if the quote is not found. URIs are relative to the folder of the map, so that
 * they stay valid when the folder is moved.
 */
function annotationOf(workspace: Workspace, file: MapFile, quote: Entry): Annotation | undefined {
  const found = workspace.sources.locateQuote(quote);
  const [passage] = found?.matches ?? [];
  if (found === undefined || passage === undefined) return undefined;
  const { head, text } = quote.parent ?? quote;
  return {
    id: `${relativeUri(file.uri, file.uri)}#line-${lineNumberOf(quote)}`,
    type: "Annotation",
    motivation: "describing",
    body: [
      { type: "TextualBody", purpose: "describing", value: text },
      { type: "TextualBody", purpose: "tagging", value: head.keyword },
    ],
    target: {
      source: attributeOf(found.source, "url")?.value ?? relativeUri(file.uri, found.uri),
      selector: selectorsOf(found.article.text, passage),
    },
  };
}

const relativeUri = (map: string, to: string): string => path.posix.relative(path.posix.dirname(map), to);
