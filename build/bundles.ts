/** All bundles that `node build.mjs bundle` makes. `contents.ts` in `packaging/` says which package contains which. */
import { globSync } from "node:fs";
import { basename } from "node:path";
import type { BuildOptions } from "esbuild";
import { displayLanguages } from "../server/core/strings/displayLanguage.ts";
import {
  lazy,
  lazyScripts,
  noBrotli,
  noColorSpaces,
  noGrammarSource,
  noVersionCheck,
  onlyArgdownModel,
  onlyLocalJsonld,
  protocol,
  sharedProtocol,
  webEnvironment,
} from "./plugins.ts";
import { root } from "./root.ts";

const shared = {
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  absWorkingDir: root,
} satisfies BuildOptions;

/** Every supported version of VS Code loads CommonJS, which has its own names for the folder and the file of a module. */
const define = { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" };

/** The bundles that Node loads. */
const node = {
  ...shared,
  platform: "node",
  format: "cjs",
  target: "node20",
  define,
  // Bundles are loaded with `require`: `import()` would first look for the names that a CommonJS bundle exports, in all of its text.
  supported: { "dynamic-import": false },
} satisfies BuildOptions;

/** The bundles that a browser loads as scripts. All run in workers, which have no document. */
const script = {
  ...shared,
  platform: "browser",
  format: "iife",
  target: "es2023",
  conditions: ["worker"],
} satisfies BuildOptions;

/** The modules that programs and sites import, in Node and in browsers. What they load when needed are files of their own. */
const library = {
  ...shared,
  plugins: [noGrammarSource],
  platform: "browser",
  format: "esm",
  target: "es2022",
  splitting: true,
  chunkNames: "[name]-[hash]",
} satisfies BuildOptions;

/** Modules whose names end alike, by the names without that end: `jsonFormat.ts` by `json`. */
const modulesEndingWith = (end: string, folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync(`${folder}/**/*${end}.ts`, { cwd: root })
      .map((path) => path.replaceAll("\\", "/"))
      .sort()
      .map((path) => [basename(path, `${end}.ts`), path]),
  );

const formats = modulesEndingWith("Format", "server/core/formats");
const words = Object.fromEntries(
  displayLanguages.map((language) => [language, `server/core/reasoning/words/${language}Words.ts`]),
);

/** A bundle for Node of one module. */
const nodeBundle = (outfile: string, module: string, options: BuildOptions = {}): BuildOptions => ({
  ...node,
  entryPoints: [module],
  outfile,
  ...options,
});

/** Many bundles for Node, in one folder. */
const nodeBundles = (outdir: string, modules: Readonly<Record<string, string>>, options: BuildOptions = {}) => ({
  ...node,
  entryPoints: { ...modules },
  outdir,
  outExtension: { ".js": ".cjs" },
  ...options,
});

/** For programs that read maps and load other bundles when they need them. */
const program = { plugins: [lazy, noGrammarSource] };
/** For programs that also share the packages of the protocol. */
const protocolProgram = { plugins: [lazy, noGrammarSource, protocol] };
/** pdf.js and other libraries read `import.meta.url`, but not in what Argmap does with them. */
const unusedModuleUrl = { "empty-import-meta": "silent" } as const;

const extension: readonly BuildOptions[] = [
  { ...node, stdin: { contents: sharedProtocol, resolveDir: root }, outfile: "dist/shared/protocol.cjs" },
  nodeBundle("dist/client/extension.cjs", "client/extension.ts", { external: ["vscode"] }),
  nodeBundle("dist/client/features.cjs", "client/features.ts", {
    external: ["vscode"],
    plugins: [noVersionCheck, protocol],
  }),
  nodeBundle("dist/export/client.cjs", "client/commandBundle.ts", { external: ["vscode"], plugins: [lazy] }),
  nodeBundle("dist/export/convertWorker.cjs", "server/convert/convertWorker.ts", program),
  nodeBundle("dist/server/editorAssistant.cjs", "server/editorAssistant.ts", protocolProgram),
  nodeBundle("dist/markdown/markdown.cjs", "server/markdown/renderHtml.ts", { plugins: [noGrammarSource] }),
  { ...shared, entryPoints: ["client/markdown.css"], outfile: "dist/markdown/markdown.css" },
];

const server: readonly BuildOptions[] = [
  nodeBundle("dist/server/main.cjs", "server/main.ts", protocolProgram),
  nodeBundle("dist/server/foreignConversion.cjs", "server/features/actions/foreignConversion.ts", program),
  nodeBundle("dist/server/readWorker.cjs", "server/node/readWorker.ts", { plugins: [lazy] }),
  nodeBundle("dist/server/markupBundle.cjs", "server/core/articles/read/markupBundle.ts"),
  nodeBundle("dist/server/encodingBundle.cjs", "server/core/articles/read/encodingBundle.ts"),
  nodeBundle("dist/server/documentBundle.cjs", "server/core/articles/read/documentBundle.ts"),
  nodeBundle("dist/server/pdf.cjs", "server/core/articles/read/pdf/pdf.ts", { logOverride: unusedModuleUrl }),
  nodeBundles("dist/words", words),
  nodeBundles("dist/formats", formats, {
    // The other form of jsonc-parser finds its parts only when it is run.
    mainFields: ["module", "main"],
    plugins: [noGrammarSource, onlyArgdownModel, onlyLocalJsonld],
  }),
];

const commandLine: readonly BuildOptions[] = [
  nodeBundle("dist/server/cli.cjs", "server/cli/main.ts", {
    plugins: [lazy],
    banner: { js: "#!/usr/bin/env node" },
  }),
  nodeBundle("dist/server/commandLine.cjs", "server/cli/commandLine.ts", {
    ...program,
    // The other form of tinyglobby reads import.meta.url, which CommonJS does not have.
    alias: { tinyglobby: "./node_modules/tinyglobby/dist/index.cjs" },
  }),
  nodeBundle("dist/server/cliWorker.cjs", "server/cli/worker.ts", program),
  nodeBundle("dist/server/parquet.cjs", "server/cli/table/parquet.ts"),
  nodeBundle("dist/server/mcpServer.cjs", "server/cli/mcp/mcpServer.ts", program),
];

const exports: readonly BuildOptions[] = [
  nodeBundle("dist/export/tableDocument.cjs", "server/export/tableDocument.ts"),
  nodeBundle("dist/export/worker.cjs", "server/export/worker.ts", {
    plugins: [noBrotli],
    // A library reads import.meta.url, which CommonJS does not have.
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { ...define, "import.meta.url": "bundleUrl" },
  }),
];

/** The page of the preview, and its exports. The tests of the page bundle it in the same way. */
export const pageBundle = {
  ...shared,
  entryPoints: { page: "client/webview/main.ts", export: "client/webview/export/bundle.ts" },
  outdir: "dist/webview",
  plugins: [noColorSpaces],
  format: "iife",
  target: "chrome120",
  jsx: "automatic",
  jsxImportSource: "preact",
} satisfies BuildOptions;

/** The messages of the page in other languages. A page loads them first, and finds them in the variable that `globalName` names. */
export const messagesBundle = {
  ...shared,
  entryPoints: displayLanguages
    .filter((language) => language !== "en")
    .map((language) => `client/webview/messages/${language}.ts`),
  outdir: "dist/webview/messages",
  format: "iife",
  globalName: "argmapMessages",
} satisfies BuildOptions;

/** A worker of VS Code in a browser. */
const webWorker = (name: string, module: string): BuildOptions => ({
  ...script,
  entryPoints: [module],
  outfile: `dist/web/${name}.js`,
  plugins: [lazyScripts, noGrammarSource],
});

/** A script that workers of a browser load when they need it. */
const webScript = (module: string): BuildOptions => ({
  ...script,
  entryPoints: [module],
  outfile: `dist/web/${basename(module, ".ts")}.js`,
  globalName: `argmapBundles.${basename(module, ".ts")}`,
  mainFields: ["browser", "module", "main"],
  plugins: [lazyScripts, noGrammarSource, onlyArgdownModel, onlyLocalJsonld],
  // In any worker without a window, pdf.js would take over the messages of the worker.
  define: module.endsWith("/pdf.ts") ? { "self.postMessage": "undefined" } : {},
  logOverride: unusedModuleUrl,
});

/** VS Code in a browser: the extension, which must be one file, and workers. */
const web: readonly BuildOptions[] = [
  {
    ...script,
    format: "cjs",
    entryPoints: ["client/web/extension.ts"],
    outfile: "dist/web/extension.cjs",
    external: ["vscode"],
    // There is no `npm start` in a browser.
    define: { "process.env.ARGMAP_PREVIEW": "undefined" },
    plugins: [webEnvironment, noVersionCheck, noGrammarSource],
  },
  webWorker("server", "server/web/main.ts"),
  webWorker("readWorker", "server/web/readWorker.ts"),
  webWorker("convertWorker", "server/web/convertWorker.ts"),
  ...[
    "server/features/actions/foreignConversion.ts",
    "server/core/articles/read/documentBundle.ts",
    "server/core/articles/read/encodingBundle.ts",
    "server/core/articles/read/markupBundle.ts",
    "server/core/articles/read/pdf/pdf.ts",
    ...Object.values(formats),
    ...Object.values(words),
  ].map(webScript),
];

const libraries: readonly BuildOptions[] = [
  { ...library, entryPoints: { argmap: "server/library/library.ts" }, outdir: "dist/library" },
  // The element is one file, so that a page can have it without a program that bundles modules.
  {
    ...library,
    entryPoints: { element: "client/element/element.ts" },
    outdir: "dist/library",
    splitting: false,
    plugins: [noColorSpaces, noGrammarSource],
    loader: { ".css": "text" },
  },
  // The plugins for static site generators are apart, so that the library stays one file for browsers.
  {
    ...library,
    entryPoints: {
      "markdown-it": "server/markdown/markdownItPlugin.ts",
      remark: "server/markdown/remarkPlugin.ts",
      markdown: "server/markdown/markdown.css",
    },
    outdir: "dist/library/markdown",
  },
];

/** The test suite that runs inside VS Code. */
const vscodeSuite = nodeBundle("dist/test/suite.cjs", "test/vscode/suite/index.ts", {
  external: ["vscode"],
  minify: false,
  sourcemap: "inline",
  // Mocha resolves the files of its worker processes, which this suite does not use.
  logOverride: { "require-resolve-not-external": "silent" },
});

/** The options of esbuild for each bundle, or for several bundles that share their options. */
export const bundles: readonly BuildOptions[] = [
  ...extension,
  ...server,
  ...commandLine,
  ...exports,
  pageBundle,
  messagesBundle,
  ...web,
  ...libraries,
  vscodeSuite,
];
