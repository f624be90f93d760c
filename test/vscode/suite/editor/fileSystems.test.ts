import * as assert from "node:assert/strict";
import {
  Disposable,
  EventEmitter,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  languages,
  Uri,
  window,
  workspace,
} from "vscode";
import { closeAll } from "../support/editor.ts";
import { codeOf, waitForProblem } from "../support/expectProblem.ts";

/** A file system in memory. */
function memoryFiles(texts: Readonly<Record<string, string>>): FileSystemProvider {
  const read = ({ path }: Uri): Uint8Array => {
    const text = texts[path];
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => new Disposable(() => {}),
    stat: (uri) => ({ type: FileType.File, ctime: 0, mtime: 0, size: read(uri).length }),
    readDirectory: () => Object.keys(texts).map((path) => [path.slice(1), FileType.File]),
    readFile: read,
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

const files = {
  "/late.argmap":
    "source report: The report\n  file: late.txt\n\nclaim keep: It should stay.\n  quote report: It fell.\n  quote report: It rose.\n",
  "/late.txt": "It fell.\n",
};

describe("a file system that is added while the server runs", () => {
  afterEach(closeAll);

  it("has its maps checked, with the articles that they cite", async () => {
    const registration = workspace.registerFileSystemProvider("argmap-later", memoryFiles(files));
    try {
      const uri = Uri.parse("argmap-later:/late.argmap");
      await window.showTextDocument(uri);
      await waitForProblem({ uri }, "quote-not-found");
      const lines = languages
        .getDiagnostics(uri)
        .filter((problem) => codeOf(problem) === "quote-not-found")
        .map(({ range }) => range.start.line);
      assert.deepEqual(lines, [5]);
    } finally {
      await closeAll();
      registration.dispose();
    }
  });
});
