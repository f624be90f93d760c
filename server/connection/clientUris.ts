/**
 * Converts URIs in messages to the client. Inside the server, URIs are normalized. Clients spell them differently, for
 * example without escaping letters, and would take another spelling for another document.
 *
 * URIs are recognized by the names of their properties. The types do not help: LSP's `DocumentUri` is a string at run time,
 * some answers hold results of several types (commands, `data`), and a converter for each of some thirty answers could
 * forget a URI just as well. Text is safe, because only the full URI of an open document is replaced. A forgotten property
 * fails in `test/lsp/everyRequest.test.ts`, which looks for the server's spelling in the answer of each request.
 */
import type { DocumentLink, Location, LocationLink, RenameFile, WorkspaceEdit } from "vscode-languageserver";
import type { ReaderTextResult } from "../protocol/articles.ts";
import type { OpenDocument } from "./openDocument.ts";

type OpenDocuments = ReadonlyMap<string, OpenDocument>;

/** The properties that contain URIs, in LSP and in our own protocol. */
const uriProperties: ReadonlySet<string> = new Set([
  "uri" satisfies keyof Location,
  "targetUri" satisfies keyof LocationLink,
  "target" satisfies keyof DocumentLink,
  "oldUri" satisfies keyof RenameFile,
  "newUri" satisfies keyof RenameFile,
  "file" satisfies keyof ReaderTextResult,
]);
/** The property whose value has URIs as keys. */
const CHANGES = "changes" satisfies keyof WorkspaceEdit;

/** The client's spelling of a normalized URI. Documents that are not open keep the normalized URI. */
export const toClientUri = (documents: OpenDocuments, uri: string): string => documents.get(uri)?.clientUri ?? uri;

/** An answer in which all URIs, at any depth, have the client's spelling. */
export function toClientUris<T>(documents: OpenDocuments, answer: T): T {
  const isNeeded = [...documents].some(([uri, { clientUri }]) => uri !== clientUri);
  // The conversion only replaces strings with strings, so it keeps the type.
  return isNeeded ? (convert(documents, answer) as T) : answer;
}

function convert(documents: OpenDocuments, value: unknown, property?: string): unknown {
  if (typeof value === "string") {
    return property !== undefined && uriProperties.has(property) ? toClientUri(documents, value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => convert(documents, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      property === CHANGES ? toClientUri(documents, key) : key,
      convert(documents, item, key),
    ]),
  );
}
