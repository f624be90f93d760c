/**
 * Keeps the bundles small: what client and server both need is a bundle that both load, and parts of libraries that
 * nothing here calls are left out.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The packages of the protocol. Client and server are processes of their own, but files on one disk. */
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

/** What stands for a part that is left out, by the end of its path. */
const leftOut = [
  // The client asks whether this VS Code is new enough; package.json says so already, and VS Code obeys.
  { filter: /^semver\/functions\/parse$/, contents: "module.exports = (version) => version;" },
  { filter: /^semver\/functions\/satisfies$/, contents: "module.exports = () => true;" },
  // Maps are never cells of a notebook.
  {
    filter: /^\.\/notebook$/,
    contents: `exports.NotebookDocumentSyncFeature = class {
      static CellScheme = "vscode-notebook-cell";
      registrationType = { method: "notebookDocument/sync" };
      fillClientCapabilities() {} preInitialize() {} initialize() {} register() {} unregister() {} clear() {} dispose() {}
      getState() { return { kind: "document", id: "notebook", registrations: false, matches: false }; }
      handles() { return false; }
      getProvider() { return undefined; }
    };`,
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
    for (const { filter, contents } of leftOut) {
      build.onResolve({ filter }, ({ path, importer }) =>
        importer.includes("vscode-languageclient") ? { path, namespace: "left-out", pluginData: contents } : undefined,
      );
    }
    build.onLoad({ filter: /.*/, namespace: "left-out" }, ({ pluginData }) => ({ contents: pluginData }));
  },
};
