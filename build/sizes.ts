/** The sizes of the bundles, which the build prints and limits. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** Paths of bundles, by what they are for. */
type BundleGroups = Readonly<Record<string, readonly string[]>>;

/** The bundles that are loaded at start. The build fails when their sum exceeds `MAX_KILOBYTES`. */
const loadedAtStart: BundleGroups = {
  client: ["dist/client/extension.cjs", "dist/client/features.cjs"],
  "client and server": ["dist/shared/protocol.cjs"],
  server: ["dist/server/main.cjs"],
  webview: ["dist/webview/page.js", "dist/webview/page.css"],
};
const MAX_KILOBYTES = 1520;
/** VS Code loads the entry point of the extension in every window. The build fails when it exceeds `MAX_ENTRY_KILOBYTES`. */
const entryPoint = "dist/client/extension.cjs";
const MAX_ENTRY_KILOBYTES = 10;

/** Bundles that are loaded when first needed: printed, but not limited. */
const loadedWhenNeeded: BundleGroups = {
  "exports and imports": [
    "dist/export/client.cjs",
    "dist/export/convertWorker.cjs",
    "dist/export/worker.cjs",
    "dist/webview/export.js",
  ],
  "messages in another language": ["dist/webview/messages/de.js", "dist/words/de.cjs"],
  "tables in Word": ["dist/export/tableDocument.cjs"],
  "Markdown preview": ["dist/markdown/markdown.cjs", "dist/markdown/markdown.css"],
  "articles as HTML and Markdown": ["dist/server/markupBundle.cjs", "dist/server/readWorker.cjs"],
  "articles in Word, OpenDocument, EPUB, MHTML and e-mail": ["dist/server/documentBundle.cjs"],
  "articles as PDF": ["dist/server/pdf.cjs"],
  "library for programs": ["dist/library/argmap.js"],
  "element for web pages": ["dist/library/element.js"],
  "tools for assistants": ["dist/server/mcpServer.cjs"],
  "tools for assistants in VS Code": ["dist/server/editorAssistant.cjs"],
  "articles in other encodings": ["dist/server/encodingBundle.cjs"],
};

/** Prints the sizes of the bundles. Throws an error if those that are loaded at start have grown too large. */
export function printSizes(): void {
  const atStart = sizesOf(loadedAtStart);
  const sum = atStart.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`${listed(atStart)}; together ${kilobytes(sum)} of at most ${MAX_KILOBYTES} KB`);
  console.log(`loaded when needed: ${listed(sizesOf(loadedWhenNeeded))}`);
  if (sizeOf(entryPoint) > MAX_ENTRY_KILOBYTES * 1000)
    throw new Error("The entry point of the extension has grown too large.");
  if (sum > MAX_KILOBYTES * 1000) throw new Error("The bundles have grown too large.");
}

interface GroupSize {
  readonly group: string;
  readonly bytes: number;
}

const sizesOf = (groups: BundleGroups): readonly GroupSize[] =>
  Object.entries(groups).map(([group, paths]) => ({
    group,
    bytes: paths.reduce((sum, path) => sum + sizeOf(path), 0),
  }));

const sizeOf = (path: string): number => statSync(join(root, path)).size;

const listed = (sizes: readonly GroupSize[]): string =>
  sizes.map(({ group, bytes }) => `${group} ${kilobytes(bytes)}`).join(", ");

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
