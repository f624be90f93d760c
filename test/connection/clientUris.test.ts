import { expect, test } from "vitest";
import { toClientUri, toClientUris } from "../../server/connection/clientUris.ts";
import type { OpenDocument } from "../../server/connection/openDocument.ts";

const serverUri = "file:///maps/%E8%80%81%E5%9F%8E.argmap";
const clientUri = "file:///maps/老城.argmap";
const otherUri = "file:///maps/other.argmap";

const opened = (uri: string): OpenDocument => ({ clientUri: uri, version: 1, editCount: 0, isMap: true });
const documents = new Map([
  [serverUri, opened(clientUri)],
  [otherUri, opened(otherUri)],
]);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

test("only open documents have another spelling in the client", () => {
  expect(toClientUri(documents, serverUri)).toBe(clientUri);
  expect(toClientUri(documents, otherUri)).toBe(otherUri);
  expect(toClientUri(documents, "file:///maps/closed.argmap")).toBe("file:///maps/closed.argmap");
});

test.each([
  ["locations", [{ uri: serverUri, range }], [{ uri: clientUri, range }]],
  [
    "location links",
    { targetUri: serverUri, targetRange: range, targetSelectionRange: range },
    { targetUri: clientUri, targetRange: range, targetSelectionRange: range },
  ],
  ["document links", { range, target: serverUri }, { range, target: clientUri }],
  [
    "versioned edits",
    { documentChanges: [{ textDocument: { uri: serverUri, version: 1 }, edits: [{ range, newText: "x" }] }] },
    { documentChanges: [{ textDocument: { uri: clientUri, version: 1 }, edits: [{ range, newText: "x" }] }] },
  ],
  [
    "edits by URI",
    { changes: { [serverUri]: [{ range, newText: "x" }], [otherUri]: [] } },
    { changes: { [clientUri]: [{ range, newText: "x" }], [otherUri]: [] } },
  ],
  [
    "arguments of commands",
    { command: { title: "2 for", command: "argmap.showReferences", arguments: [{ uri: serverUri }] } },
    { command: { title: "2 for", command: "argmap.showReferences", arguments: [{ uri: clientUri }] } },
  ],
  ["data of unresolved items", { data: { uri: serverUri, id: 7 } }, { data: { uri: clientUri, id: 7 } }],
])("converts URIs in %s", (_name, answer, expected) => {
  expect(toClientUris(documents, answer)).toEqual(expected);
});

test("does not change other strings, keys and values", () => {
  const answer = { contents: serverUri, newText: serverUri, labels: [serverUri], [serverUri]: 1, none: null };
  expect(toClientUris(documents, answer)).toEqual(answer);
});

test("returns the same object if no open document has another spelling", () => {
  const answer = [{ uri: otherUri, range }];
  expect(toClientUris(new Map([[otherUri, opened(otherUri)]]), answer)).toBe(answer);
});
