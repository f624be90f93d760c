/**
 * Keeps the bundles small: what client and server both need is a bundle that both load, and parts of libraries that
 * nothing here calls are left out.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Packages that client and server both load. They are processes of their own, but files on one disk. */
const packages = [
  "vscode-jsonrpc",
  "vscode-jsonrpc/node",
  "vscode-languageserver-protocol",
  "vscode-languageserver-protocol/node",
  "vscode-languageserver-types",
  "vscode-languageserver-textdocument",
];
const shared = "../shared/protocol.cjs";

/** The source of the bundle that client and server share. */
export const sharedProtocol = packages.map((name) => `exports["${name}"] = require("${name}");`).join("\n");

/** Takes the packages of the protocol from the shared bundle. */
export const protocol = {
  name: "protocol",
  setup(build) {
    build.onResolve({ filter: /^vscode-(jsonrpc|languageserver-)/ }, ({ path }) =>
      packages.includes(path) ? { path, namespace: "protocol" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "protocol" }, ({ path }) => ({
      contents: `module.exports = require("${shared}")["${path}"];`,
    }));
    build.onResolve({ filter: /shared\/protocol\.cjs$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** What reads markup is a bundle beside the server's, loaded when the first such file is read. */
export const lazy = {
  name: "lazy",
  setup(build) {
    build.onResolve({ filter: /\/markupBundle\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./markupBundle.cjs", external: true } : undefined,
    );
  },
};

/** A feature of the language client that says that it has nothing to offer, under whatever name it is asked for. */
const noFeature = `class Absent {
  fillClientCapabilities() {} initialize() {} clear() {}
  getState() { return { kind: "static" }; }
}
module.exports = new Proxy({}, { get: (_, name) => (name === "__esModule" ? false : Absent) });`;

/** What stands for the parts that are left out, and whose parts they are. */
const leftOut = [
  // The client asks whether this VS Code is new enough; package.json says so already, and VS Code obeys.
  {
    of: "vscode-languageclient",
    filter: /^semver\/functions\/parse$/,
    contents: "module.exports = (version) => version;",
  },
  { of: "vscode-languageclient", filter: /^semver\/functions\/satisfies$/, contents: "module.exports = () => true;" },
  // The server publishes its problems to VS Code, has no colours, types or inline values to show, and no notebooks.
  {
    of: "vscode-languageclient",
    filter: /^\.\/(notebook|diagnostic|colorProvider|inlineValue|inlineCompletion|typeHierarchy|textDocumentContent)$/,
    contents: noFeature,
  },
  {
    of: "vscode-languageserver",
    filter: /^\.\/notebook$/,
    contents: "exports.NotebookSyncFeature = (base) => base;",
  },
  // Ohm's help for those who write and debug a grammar.
  { of: "ohm-js", filter: /^\.\/pexprs-(outputRecipe|toArgumentNameList|toDisplayString)\.js$/, contents: "" },
  { of: "ohm-js", filter: /^\.\/Trace\.js$/, contents: "export const Trace = undefined;" },
  // Paths and globals of a Node that runs linters from a workspace, which an argument map has no use for.
  { of: "vscode-languageserver", filter: /^\.\/files$/, contents: "" },
  // The layout engine tells its version by its whole package.json.
  { of: "d3-flextree", filter: /package\.json$/, contents: "export default {};" },
  // Views are interpolated for transitions only, which are left out below.
  { of: "d3-zoom", filter: /^d3-interpolate$/, contents: "export const interpolateZoom = undefined;" },
  // Pan and zoom follow the hand; nothing is animated, so nothing can be interrupted.
  {
    of: "d3-zoom",
    filter: /^d3-transition$/,
    contents: `import { selection } from "d3-selection";
      export const interrupt = () => {};
      selection.prototype.interrupt = function () { return this; };`,
  },
];

/** Leaves out what is never called. Ohm keeps what runs a grammar; what compiles one has done its work at build time. */
export const lean = {
  name: "lean",
  setup(build) {
    const ohm = dirname(createRequire(import.meta.url).resolve("ohm-js"));
    build.onResolve({ filter: /^ohm-js$/ }, () => ({ path: "ohm-js", namespace: "ohm" }));
    build.onLoad({ filter: /.*/, namespace: "ohm" }, () => ({
      contents: 'import "./semanticsDeferredInit.js"; export { makeRecipe } from "./main-kernel.js";',
      resolveDir: join(ohm, "../src"),
    }));
    // Where in its own source each rule stands is for those who write a grammar.
    build.onLoad({ filter: /\.ohm-bundle\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(/"sourceInterval":\[\d+,\d+\]/g, ""),
    }));
    for (const { of, filter, contents } of leftOut) {
      build.onResolve({ filter }, ({ path, importer, resolveDir }) =>
        importer.includes(join("node_modules", of, "/"))
          ? { path, namespace: "left-out", pluginData: { contents, resolveDir } }
          : undefined,
      );
    }
    build.onLoad({ filter: /.*/, namespace: "left-out" }, ({ pluginData }) => pluginData);
  },
};

/** Fonts of computers are not those of web pages: what unpacks WOFF2 is left out. */
export const noBrotli = {
  name: "no-brotli",
  setup(build) {
    build.onResolve({ filter: /^brotli\// }, () => ({ path: "brotli", namespace: "no-brotli" }));
    build.onLoad({ filter: /.*/, namespace: "no-brotli" }, () => ({
      contents: 'module.exports = () => { throw new Error("Fonts in WOFF2 are not read."); };',
    }));
  },
};
