// The build script: `node build.mjs setup | build | bundle | dev | start | test | test:robust | test:vscode | package | bench | …`.
// `setup` needs only Node 20 and no packages; all other commands run in the Node that `setup` installs.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
} from "./client/bundling.mjs";
import { install } from "./test/vscode/embedded/install.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const at = (path) => join(root, path);
const [command = "build", ...args] = process.argv.slice(2);

const shared = {
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  absWorkingDir: root,
};
// Every supported version of VS Code loads CommonJS, which has its own names for the folder and the file of a module.
const define = { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" };
// Bundles are loaded with `require`: `import()` would first look for the names that a CommonJS bundle exports, in all of its text.
const supported = { "dynamic-import": false };
const node = { ...shared, platform: "node", format: "cjs", target: "node20", define, supported };

const formats = Object.fromEntries(
  readdirSync(at("server/core/formats"), { recursive: true })
    .filter((path) => path.endsWith("Format.ts"))
    .map((path) => [basename(path, "Format.ts"), `server/core/formats/${path}`]),
);

const words = Object.fromEntries(
  ["de", "en", "es", "fr", "zh"].map((language) => [language, `server/core/reasoning/words/${language}Words.ts`]),
);

/** The bundles that a browser loads as scripts. All run in workers, which have no document. */
const script = { ...shared, platform: "browser", format: "iife", target: "es2023", conditions: ["worker"] };

/** The bundles that workers of a browser load when they are needed. */
const webBundles = [
  "server/features/actions/foreignConversion.ts",
  "server/core/articles/read/documentBundle.ts",
  "server/core/articles/read/encodingBundle.ts",
  "server/core/articles/read/markupBundle.ts",
  "server/core/articles/read/pdf/pdf.ts",
  ...Object.values(formats),
  ...Object.values(words),
].map((path) => ({
  ...script,
  entryPoints: [path],
  outfile: `dist/web/${basename(path, ".ts")}.js`,
  globalName: `argmapBundles.${basename(path, ".ts")}`,
  mainFields: ["browser", "module", "main"],
  plugins: [lazyScripts, noGrammarSource, onlyArgdownModel, onlyLocalJsonld],
  // In any worker without a window, pdf.js would take over the messages of the worker.
  define: path.endsWith("/pdf.ts") ? { "self.postMessage": "undefined" } : {},
  logOverride: { "empty-import-meta": "silent" },
}));

/** The bundles: those of the extension, and the test suite that runs inside VS Code. */
const bundles = [
  { ...node, stdin: { contents: sharedProtocol, resolveDir: root }, outfile: "dist/shared/protocol.cjs" },
  {
    ...node,
    entryPoints: ["client/extension.ts", "client/features.ts"],
    outdir: "dist/client",
    outExtension: { ".js": ".cjs" },
    external: ["vscode"],
    plugins: [noVersionCheck, protocol],
  },
  {
    ...node,
    entryPoints: ["server/main.ts"],
    outfile: "dist/server/main.cjs",
    plugins: [lazy, noGrammarSource, protocol],
  },
  {
    ...node,
    entryPoints: ["server/cli/main.ts"],
    outfile: "dist/server/cli.cjs",
    plugins: [lazy],
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...node,
    entryPoints: ["server/cli/commandLine.ts"],
    outfile: "dist/server/commandLine.cjs",
    plugins: [lazy, noGrammarSource],
    // The other form of tinyglobby reads import.meta.url, which CommonJS does not have.
    alias: { tinyglobby: "./node_modules/tinyglobby/dist/index.cjs" },
  },
  {
    ...node,
    entryPoints: ["server/cli/worker.ts"],
    outfile: "dist/server/cliWorker.cjs",
    plugins: [lazy, noGrammarSource],
  },
  { ...node, entryPoints: ["server/cli/table/parquet.ts"], outfile: "dist/server/parquet.cjs" },
  {
    ...node,
    entryPoints: ["server/cli/mcp/mcpServer.ts"],
    outfile: "dist/server/mcpServer.cjs",
    plugins: [lazy, noGrammarSource],
  },
  {
    ...node,
    entryPoints: ["server/editorAssistant.ts"],
    outfile: "dist/server/editorAssistant.cjs",
    plugins: [lazy, noGrammarSource, protocol],
  },
  {
    ...node,
    entryPoints: ["server/features/actions/foreignConversion.ts"],
    outfile: "dist/server/foreignConversion.cjs",
    plugins: [lazy, noGrammarSource],
  },
  { ...node, entryPoints: ["server/core/articles/read/markupBundle.ts"], outfile: "dist/server/markupBundle.cjs" },
  { ...node, entryPoints: ["server/core/articles/read/encodingBundle.ts"], outfile: "dist/server/encodingBundle.cjs" },
  { ...node, entryPoints: ["server/core/articles/read/documentBundle.ts"], outfile: "dist/server/documentBundle.cjs" },
  { ...node, entryPoints: ["server/node/readWorker.ts"], outfile: "dist/server/readWorker.cjs", plugins: [lazy] },
  {
    ...node,
    entryPoints: ["server/core/articles/read/pdf/pdf.ts"],
    outfile: "dist/server/pdf.cjs",
    // pdfjs-dist looks for a canvas package beside itself, which reading text does not need.
    logOverride: { "empty-import-meta": "silent" },
  },
  {
    ...node,
    entryPoints: ["client/commandBundle.ts"],
    outfile: "dist/export/client.cjs",
    external: ["vscode"],
    plugins: [lazy],
  },
  { ...node, entryPoints: ["server/export/tableDocument.ts"], outfile: "dist/export/tableDocument.cjs" },
  {
    ...node,
    entryPoints: ["server/convert/convertWorker.ts"],
    outfile: "dist/export/convertWorker.cjs",
    plugins: [lazy, noGrammarSource],
  },
  // Each format of `argmap export` and `argmap import`: `server/core/formats/json/jsonFormat.ts` becomes `json.cjs`.
  {
    ...node,
    entryPoints: formats,
    outdir: "dist/formats",
    outExtension: { ".js": ".cjs" },
    // The other form of jsonc-parser finds its parts only when it is run.
    mainFields: ["module", "main"],
    plugins: [noGrammarSource, onlyArgdownModel, onlyLocalJsonld],
  },
  // The words of weighing, by language.
  {
    ...node,
    entryPoints: words,
    outdir: "dist/words",
    outExtension: { ".js": ".cjs" },
  },
  // Large and rarely needed: loaded with the first export.
  {
    ...node,
    entryPoints: ["server/export/worker.ts"],
    outfile: "dist/export/worker.cjs",
    plugins: [noBrotli],
    // A library reads import.meta.url, which CommonJS does not have.
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { ...define, "import.meta.url": "bundleUrl" },
  },
  {
    ...shared,
    entryPoints: { page: "client/webview/main.ts", export: "client/webview/export/bundle.ts" },
    outdir: "dist/webview",
    plugins: [noColorSpaces],
    format: "iife",
    target: "chrome120",
    jsx: "automatic",
    jsxImportSource: "preact",
  },
  // The page of another language loads its messages first, and finds them in this variable.
  {
    ...shared,
    entryPoints: ["de", "es", "fr", "zh"].map((language) => `client/webview/messages/${language}.ts`),
    outdir: "dist/webview/messages",
    format: "iife",
    globalName: "argmapMessages",
  },
  // VS Code in a browser: the extension, which must be one file, and workers.
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
  ...["server", "readWorker", "convertWorker"].map((name) => ({
    ...script,
    entryPoints: [`server/web/${name === "server" ? "main" : name}.ts`],
    outfile: `dist/web/${name}.js`,
    plugins: [lazyScripts, noGrammarSource],
  })),
  ...webBundles,
  // The library, for programs in Node and in browsers. What reads articles in HTML and Markdown is loaded when needed.
  {
    ...shared,
    entryPoints: { argmap: "server/library/library.ts" },
    outdir: "dist/library",
    plugins: [noGrammarSource],
    platform: "browser",
    format: "esm",
    target: "es2022",
    splitting: true,
    chunkNames: "[name]-[hash]",
  },
  // The plugins for static site generators are apart, so that the library stays one file for browsers.
  {
    ...shared,
    entryPoints: {
      "markdown-it": "server/markdown/markdownItPlugin.ts",
      remark: "server/markdown/remarkPlugin.ts",
      markdown: "server/markdown/markdown.css",
    },
    outdir: "dist/library/markdown",
    plugins: [noGrammarSource],
    platform: "browser",
    format: "esm",
    target: "es2022",
    splitting: true,
    chunkNames: "[name]-[hash]",
  },
  {
    ...node,
    entryPoints: ["server/markdown/renderHtml.ts"],
    outfile: "dist/markdown/markdown.cjs",
    plugins: [noGrammarSource],
  },
  { ...shared, entryPoints: ["client/markdown.css"], outfile: "dist/markdown/markdown.css" },
  {
    ...node,
    entryPoints: ["test/vscode/suite/index.ts"],
    outfile: "dist/test/suite.cjs",
    external: ["vscode"],
    minify: false,
    sourcemap: "inline",
    // Mocha resolves the files of its worker processes, which this suite does not use.
    logOverride: { "require-resolve-not-external": "silent" },
  },
];

/** The bundles that are loaded at start. The build fails when their sum exceeds `MAX_KILOBYTES`. */
const watched = {
  client: ["dist/client/extension.cjs", "dist/client/features.cjs"],
  "client and server": ["dist/shared/protocol.cjs"],
  server: ["dist/server/main.cjs"],
  webview: ["dist/webview/page.js", "dist/webview/page.css"],
};
const MAX_KILOBYTES = 1520;
/** Bundles that are loaded when first needed: printed, but not limited. */
const apart = {
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
  "tools for assistants": ["dist/server/mcpServer.cjs"],
  "tools for assistants in VS Code": ["dist/server/editorAssistant.cjs"],
  "articles in other encodings": ["dist/server/encodingBundle.cjs"],
};

/** The fonts of exported files, with their license. */
const fonts = {
  "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
  "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
  LICENSE_FONT: "Inter-LICENSE.txt",
};

const commands = {
  setup: () => install(root),
  build,
  bundle,
  dev,
  start,
  test,
  "test:unit": () => vitest("--project", "unit"),
  "test:browser": () => vitest("--project", "browser"),
  "test:programs": testPrograms,
  "test:robust": testRobustness,
  "test:vscode": () => testInVscode("test/vscode/runSuite.ts"),
  "test:desktop": () => testInVscode("test/vscode/desktop.ts"),
  "test:coverage": () => vitest("--project", "unit", "--coverage"),
  "test:mutation": testMutants,
  bench,
  "bench:preview": benchPreview,
  package: createPackages,
  "bench:layout": () => run(at("test/bench/layout.ts"), ...args),
};

/** Compiles the grammar and its types if the grammar has changed. Compares hashes, as copies of files have new times. */
async function grammar() {
  const source = at("server/core/language/argmap.ohm");
  const compiled = `${source}-bundle.js`;
  const hash = createHash("sha256").update(readFileSync(source)).digest("hex");
  const stamp = `\n// Compiled from a grammar with the SHA-256 hash ${hash}\n`;
  if (existsSync(compiled) && readFileSync(compiled, "utf8").endsWith(stamp)) return;
  run(at("node_modules/@ohm-js/cli/index.js"), "generateBundles", "--withTypes", "--esm", source);
  appendFileSync(compiled, stamp);
}

/** Builds everything, including the settings in package.json. */
async function build() {
  // The settings follow from the checks, which import the language and so the compiled grammar.
  await grammar();
  await settings();
  await bundle();
}

/** Updates what follows in package.json from the list of checks, and from the table of tools for assistants. */
async function settings() {
  const [{ problemSettings }, { checks }, { languageModelTools }] = await Promise.all([
    import("./server/problemSettings.ts"),
    import("./server/core/checks/registry.ts"),
    import("./server/assistant/toolDefinitions.ts"),
  ]);
  const path = at("package.json");
  const before = readFileSync(path, "utf8");
  const manifest = JSON.parse(before);
  manifest.contributes.configuration.properties["argmap.problems"].properties = problemSettings(checks);
  manifest.contributes.languageModelTools = languageModelTools();
  const now = `${JSON.stringify(manifest, null, 2)}\n`;
  if (now !== before) writeFileSync(path, now);
}

async function bundle() {
  await writeBundles();
  printSizes();
}

async function writeBundles() {
  const { build } = await import("esbuild");
  await grammar();
  const results = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  removeOldBundles(new Set(results.flatMap(({ metafile }) => Object.keys(metafile.outputs))));
  await writeNotices(results.map(({ metafile }) => metafile));
  copyFileSync(at("server/library/argmap.d.ts"), at("dist/library/argmap.d.ts"));
  for (const name of ["markdown-it.d.ts", "remark.d.ts"])
    copyFileSync(at(`server/markdown/${name}`), at(`dist/library/markdown/${name}`));
  cpSync(at("node_modules/pdfjs-dist/cmaps"), at("dist/server/cmaps"), { recursive: true });
  copyFonts();
  copyFileSync(at("node_modules/@resvg/resvg-wasm/index_bg.wasm"), at("dist/server/resvg.wasm"));
  if (existsSync(at("dist/server/cli.cjs"))) chmodSync(at("dist/server/cli.cjs"), 0o755);
}

/** Removes the bundles of earlier versions, which would be packed with those of this one. */
function removeOldBundles(written) {
  for (const folder of new Set([...written].map((path) => dirname(path))))
    for (const name of readdirSync(at(folder)))
      if (/\.(cjs|js|css)$/.test(name) && !written.has(`${folder}/${name}`)) rmSync(at(join(folder, name)));
}

/** Writes the licenses of the libraries in the bundles of both packages. */
async function writeNotices(metafiles) {
  const { licenseNotices } = await import("./packaging/notices.ts");
  const shipped = metafiles.filter(
    ({ outputs }) => !Object.keys(outputs).some((path) => path.startsWith("dist/test/")),
  );
  const files = shipped.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  writeFileSync(at("dist/NOTICES.txt"), licenseNotices(root, files));
}

function copyFonts() {
  mkdirSync(at("dist/export"), { recursive: true });
  for (const [from, to] of Object.entries(fonts))
    copyFileSync(at(`node_modules/@expo-google-fonts/inter/${from}`), at(`dist/export/${to}`));
}

function printSizes() {
  const size = (path) => (existsSync(at(path)) ? statSync(at(path)).size : 0);
  const sizesOf = (parts) =>
    Object.entries(parts).map(([part, paths]) => [part, paths.reduce((sum, path) => sum + size(path), 0)]);
  const sizes = sizesOf(watched);
  const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;
  const listed = (parts) => parts.map(([part, bytes]) => `${part} ${kilobytes(bytes)}`).join(", ");
  console.log(`${listed(sizes)}; together ${kilobytes(sum)} of at most ${MAX_KILOBYTES} KB`);
  console.log(`loaded when needed: ${listed(sizesOf(apart))}`);
  if (sum > MAX_KILOBYTES * 1000) throw new Error("The bundles have grown too large.");
}

/** Rebuilds on every change, until Ctrl+C. */
async function dev() {
  const { context } = await import("esbuild");
  await grammar();
  // Editors replace a file when they save it, so the folder is watched. esbuild watches the compiled grammar.
  watch(at("server/core/language"), (_, name) => name === "argmap.ohm" && grammar());
  for (const options of bundles) await (await context({ ...options, logLevel: "info" })).watch();
}

async function start() {
  console.log("Building Argmap …");
  await writeBundles();
  const { openEditor } = await import("./test/vscode/openEditor.ts");
  await openEditor(args);
}

/** Builds everything, and packs the extension and the command. */
async function createPackages() {
  await build();
  const { createPackages } = await import("./packaging/packages.ts");
  createPackages(root, args);
}

async function test() {
  run(at("test/run.ts"), ...args);
}

async function vitest(...extra) {
  await grammar();
  run(at("node_modules/vitest/vitest.mjs"), "run", "--config", "test/vitest.config.ts", ...extra, ...args);
}

async function testPrograms() {
  await bundle();
  await vitest("--project", "programs");
}

/** Tries many more random sessions and maps than `npm test`, each time others. A failure prints what repeats it. */
async function testRobustness() {
  await bundle();
  process.env.ARGMAP_SEED ??= "random";
  process.env.ARGMAP_SESSIONS ??= "100";
  process.env.ARGMAP_RUNS ??= "2000";
  await vitest(
    "test/lsp/randomSessions",
    "test/features/actions/everyActionOverFiles",
    "test/features/actions/actionSequences",
  );
}

async function testInVscode(script) {
  await build();
  run(at(script), ...args);
}

/** Tests the mutants of the given folders and files, or all. */
async function testMutants() {
  await grammar();
  const options = args.filter((arg) => arg.startsWith("-"));
  const paths = args
    .filter((arg) => !arg.startsWith("-"))
    .map((path) => (path.endsWith(".ts") ? path : `${path.replace(/\/+$/, "")}/**/*.ts`));
  const part = paths.length === 0 ? [] : ["--mutate", [...paths, "!**/*.ohm-bundle.*"].join(",")];
  run(at("node_modules/@stryker-mutator/core/bin/stryker.js"), "run", "test/stryker.config.mjs", ...part, ...options);
}

async function bench() {
  await bundle();
  run(at("test/bench/bench.ts"), ...args);
  run(at("test/bench/stdio.ts"));
  run(at("test/bench/requests.ts"));
  run(at("test/bench/weighing.ts"));
  run(at("test/bench/quotes.ts"));
  run(at("test/bench/markup.ts"));
}

async function benchPreview() {
  await bundle();
  run(at("test/bench/preview.ts"), ...args);
}

/** Runs a script in this Node; exits with its status when it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit", cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

const own = at(`node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`);
if (!(command in commands)) {
  console.error(`There is no "${command}", only ${Object.keys(commands).join(", ")}.`);
  process.exitCode = 2;
} else if (command !== "setup" && Number.parseInt(process.versions.node, 10) < 24 && existsSync(own)) {
  // Ctrl+C is for the child process; this process waits for it to end.
  process.on("SIGINT", () => {});
  spawn(own, process.argv.slice(1), { stdio: "inherit" }).on("exit", (status) => process.exit(status ?? 1));
} else {
  await commands[command]().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
