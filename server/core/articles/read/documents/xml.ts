/** Reads XML files of archives. */
import { type Handler, Parser } from "htmlparser2";
import type { ZipFiles } from "./zip.ts";

/** The attributes of an element, by their names without prefixes. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Receives the parts of an XML file. Names are without prefixes, as these nearly never matter in the formats that are read here. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: XmlAttributes, nameWithPrefix: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Returns the text of an XML file of an archive.
 *
 * @throws Error if the archive does not have the file, or only the beginning of it
 */
export function xmlFile(files: ZipFiles, path: string): string {
  const text = optionalXmlFile(files, path);
  if (text === undefined) throw new Error(`${path} is missing.`);
  return text;
}

/** Returns the text of an XML file of an archive; undefined if the archive does not have it. */
export function optionalXmlFile(files: ZipFiles, path: string): string | undefined {
  const bytes = files.get(path);
  if (bytes === undefined) return undefined;
  const encoding = bytes[0] === 0xfe ? "utf-16be" : bytes[0] === 0xff ? "utf-16le" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  if (!isComplete(text)) throw new Error(`${path} is not complete.`);
  return text;
}

/** Whether a file has the end of its outermost element. */
function isComplete(xml: string): boolean {
  const text = xml.replace(/<!--[\s\S]*?-->/g, "");
  const root = /<([\p{L}_][^\s/>]*)/u.exec(text)?.[1];
  const lastEnd = text.lastIndexOf("</");
  return lastEnd < 0 ? /\/>\s*$/.test(text) : root !== undefined && text.slice(lastEnd + 2).trim() === `${root}>`;
}

/** Parses XML, well-formed or not. */
export function parseXml(text: string, { open, text: onText, close }: XmlHandler): void {
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      open?.(
        localName(name),
        Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
        name,
      );
    },
    ontext: (data) => onText?.(data),
    onclosetag: (name) => close?.(localName(name)),
  };
  new Parser(handler, { xmlMode: true }).end(text);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Returns the texts of elements with these names, each name with that of its first element. */
export function textsOfElements(xml: string, names: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let current: { readonly name: string; text: string } | undefined;
  parseXml(xml, {
    open(name) {
      if (names.includes(name) && !texts.has(name)) current = { name, text: "" };
    },
    text(data) {
      if (current !== undefined) current.text += data;
    },
    close(name) {
      if (name !== current?.name) return;
      texts.set(name, current.text.trim());
      current = undefined;
    },
  });
  return texts;
}
