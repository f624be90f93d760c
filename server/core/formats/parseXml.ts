/** Reads XML that must be well-formed. Entities of the file are never expanded, and no other file is read. */
import { SaxesParser } from "saxes";
import { ImportError } from "./format.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly inside it. */
  text: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Returns the outermost element. Throws {@link ImportError} if the text is not well-formed, or has another outermost element.
 */
export function parseXml(text: string, rootName: string): XmlElement {
  // The library does not expand entities that a file defines, and reports them as undefined.
  const parser = new SaxesParser({ position: true, xmlns: false as const });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on("error", (error) => {
    throw new ImportError(
      error.message.endsWith("undefined entity.")
        ? undefinedEntity(text, parser.position)
        : `The XML is not well-formed: ${reason(error.message)}.`,
      parser.line,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: "", line: parser.line };
    if (open.length === 0 && root === undefined) {
      root = element;
      if (name !== rootName)
        throw new ImportError(`The file begins with <${name}>, not with <${rootName}>.`, parser.line);
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  });
  parser.on("cdata", (part) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  if (root === undefined) throw new ImportError("The file has no XML.");
  return root;
}

/** Says which entity is not defined, and what to write instead. */
function undefinedEntity(text: string, position: number): string {
  const entity = text.slice(text.lastIndexOf("&", position - 1), position);
  return `XML does not define “${entity}”, and entities of the file are not read. Write the character itself.`;
}

/** Returns the library's reason without its position, and in the plain words of the others. */
const reason = (message: string): string => message.replace(/^\d+:\d+:\s*/, "").replace(/\.$/, "");
