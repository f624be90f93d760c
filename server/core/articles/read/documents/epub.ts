/** Reads the text of an e-book: its chapters in reading order. */
import { documentArticle, joinTexts } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { readHtml } from "../markup/html.ts";
import { optionalXmlFile, parseXml, textsOfElements, xmlFile } from "./xml.ts";
import { unzip, type ZipFiles } from "./zip.ts";

const CONTAINER = "META-INF/container.xml";
const ENCRYPTION = "META-INF/encryption.xml";

/** Reads an e-book (`.epub`). Throws if a part is missing. */
export function parseEpub(bytes: Uint8Array, maxBytes: number): ReadResult {
  const unzipFiles = (paths: readonly string[]): ZipFiles => unzip(bytes, (path) => paths.includes(path), maxBytes);
  const container = unzipFiles([CONTAINER, ENCRYPTION]);
  const packagePath = packagePathOf(xmlFile(container, CONTAINER));
  const packageXml = xmlFile(unzipFiles([packagePath]), packagePath);
  const chapters = chapterPaths(packageXml, packagePath);
  const encrypted = encryptedPaths(optionalXmlFile(container, ENCRYPTION) ?? "");
  if (chapters.some((path) => encrypted.has(path))) return { state: "password-protected" };
  const files = unzipFiles(chapters);
  const content = joinTexts(chapters.map((path) => readHtml(xmlFile(files, path), "xhtml")));
  if (content.text === "") return { state: chapters.length === 0 ? "broken" : "no-text" };
  const metadata = textsOfElements(packageXml, ["title", "creator", "date"]);
  return {
    state: "found",
    article: {
      ...documentArticle("epub", content),
      metadata: { title: metadata.get("title"), author: metadata.get("creator"), date: metadata.get("date") },
    },
  };
}

/** Returns the path of the file that lists the chapters. */
function packagePathOf(container: string): string {
  let path = "";
  parseXml(container, {
    open(name, attributes) {
      if (name === "rootfile" && path === "") path = attributes["full-path"] ?? "";
    },
  });
  return path;
}

/** Returns the paths of the chapters in the order in which the book lists them. */
function chapterPaths(packageXml: string, packagePath: string): readonly string[] {
  const pathsById = new Map<string, string>();
  const chapters: string[] = [];
  parseXml(packageXml, {
    open(name, attributes) {
      const { id, href, idref } = attributes;
      // Chapters can also be pictures.
      const isText = /xml|html/i.test(attributes["media-type"] ?? "") && attributes["media-type"] !== "image/svg+xml";
      if (name === "item" && id !== undefined && href !== undefined && isText)
        pathsById.set(id, resolve(packagePath, href));
      const chapter = name === "itemref" ? pathsById.get(idref ?? "") : undefined;
      if (chapter !== undefined) chapters.push(chapter);
    },
  });
  return chapters;
}

/** Returns the paths of the files that only a program with the key can read. */
function encryptedPaths(encryption: string): ReadonlySet<string> {
  const paths = new Set<string>();
  parseXml(encryption, {
    open(name, attributes) {
      if (name === "CipherReference") paths.add(resolve("", attributes["URI"] ?? ""));
    },
  });
  return paths;
}

/** Resolves a path in an archive, relative to the file that names it. */
const resolve = (from: string, path: string): string =>
  decodeURIComponent(new URL(path, `archive:///${encodeURI(from)}`).pathname.slice(1));
