/** `argmap annotations`: the quotes of a map as Web Annotations of the W3C, for programs that show them in the article. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { attributeOf, type Entry } from "../core/language/entry.ts";
import type { MapFile } from "../core/language/map.ts";
import { headSpan } from "../core/language/problem.ts";
import { type Selectors, selectorsOf } from "../core/sources/quotes/selector.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import { normaliseUri } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Command, openMaps, parseArguments, UsageError } from "./command.ts";

interface AnnotationBody {
  readonly type: "TextualBody";
  readonly purpose: "describing" | "tagging";
  readonly value: string;
}

/** One passage, and the entry that rests on it. */
interface Annotation {
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: "describing";
  readonly body: readonly AnnotationBody[];
  readonly target: { readonly source: string; readonly selector: Selectors };
}

export const annotations: Command = async (args) => {
  const { positionals } = parseArguments(args, {});
  const [map, ...rest] = positionals;
  if (map === undefined || rest.length > 0) throw new UsageError("Name one map whose quotes are wanted.");
  const uri = normaliseUri(pathToFileURL(path.resolve(map)).toString());
  const workingFolder = normaliseUri(pathToFileURL(path.resolve(".")).toString());
  const workspace = await openMaps([uri], [workingFolder], diskFileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new UsageError(`${map} cannot be read.`);
  const quotes = [...file.entriesOf("quote")].filter(({ text }) => text !== "");
  const items = quotes.flatMap((quote) => annotationOf(workspace, file, quote) ?? []);
  const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
  process.stdout.write(`${JSON.stringify(page, undefined, 2)}\n`);
  if (items.length === quotes.length) return 0;
  const unreadable = quotes.filter((quote) => workspace.sources.locateQuote(quote) === undefined).length;
  const notFound = quotes.length - items.length - unreadable;
  const messages = [
    ...(notFound > 0
      ? [`${omittedText(notFound)}: ${notFound === 1 ? "its" : "their"} words are not in the source.`]
      : []),
    ...(unreadable > 0 ? [`${omittedText(unreadable)}, being in no source that can be read.`] : []),
  ];
  process.stderr.write(`${messages.join("\n")}\nSee argmap check.\n`);
  return 1;
};

const omittedText = (count: number): string => (count === 1 ? "1 quote is left out" : `${count} quotes are left out`);

/** Undefined where the words of a quote are not found. Addresses go from the folder of the map, so that both can move together. */
function annotationOf(workspace: Workspace, file: MapFile, quote: Entry): Annotation | undefined {
  const found = workspace.sources.locateQuote(quote);
  const [passage] = found?.matches ?? [];
  if (found === undefined || passage === undefined) return undefined;
  const { head, text } = quote.parent ?? quote;
  const line = file.syntax.rangeOf(headSpan(quote)).start.line + 1;
  return {
    id: `${relativeUri(file.uri, file.uri)}#line-${line}`,
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
