/** All formats. Each is loaded when it is used. */
import type { Format } from "./format.ts";

export const formats: readonly Format[] = [
  {
    id: "json",
    title: "JSON",
    group: "data",
    extensions: [".json"],
    canExport: true,
    canImport: true,
    recognizes: (text) => /^\s*\{\s*"(?:\$schema|format)"\s*:\s*"[^"]*argmap/u.test(text),
    load: async () => (await import("./json/jsonFormat.ts")).json,
  },
  {
    id: "kialo",
    title: "Kialo",
    group: "tool",
    fileSuffix: "-kialo",
    extensions: [".txt"],
    canExport: true,
    canImport: true,
    recognizes: (text) => /^(?:Discussion Title:|\d+\.\d+\.? (?:Pro|Con):)/mu.test(text),
    load: async () => (await import("./kialo/kialoFormat.ts")).kialo,
  },
  {
    id: "markdown",
    title: "Markdown outline",
    group: "tool",
    fileSuffix: "-outline",
    extensions: [".md", ".markdown", ".txt"],
    canExport: true,
    canImport: true,
    load: async () => (await import("./markdown/markdownFormat.ts")).markdown,
  },
  {
    id: "opml",
    title: "OPML",
    group: "tool",
    extensions: [".opml"],
    canExport: true,
    canImport: true,
    recognizes: (text) => /<opml[\s>]/u.test(text),
    load: async () => (await import("./opml/opmlFormat.ts")).opml,
  },
  {
    id: "freemind",
    title: "FreeMind",
    group: "tool",
    extensions: [".mm"],
    canExport: false,
    canImport: true,
    recognizes: (text) => /<map\s+version=/u.test(text),
    load: async () => (await import("./freemind/freemindFormat.ts")).freemind,
  },
  {
    id: "mindmup",
    title: "MindMup",
    group: "tool",
    extensions: [".mup"],
    canExport: false,
    canImport: true,
    load: async () => (await import("./mindmup/mindmupFormat.ts")).mindmup,
  },
  {
    id: "report",
    title: "Markdown report",
    group: "document",
    fileSuffix: "-report",
    extensions: [".md"],
    canExport: true,
    canImport: false,
    showsVerdicts: true,
    load: async () => (await import("./report/reportFormat.ts")).report,
  },
  {
    id: "docx",
    title: "Word report",
    group: "document",
    fileSuffix: "-report",
    extensions: [".docx"],
    canExport: true,
    canImport: false,
    showsVerdicts: true,
    load: async () => (await import("./report/docxFormat.ts")).docx,
  },
  {
    id: "dot",
    title: "DOT (Graphviz)",
    group: "diagram",
    extensions: [".dot", ".gv"],
    canExport: true,
    canImport: false,
    load: async () => (await import("./dot/dotFormat.ts")).dot,
  },
  {
    id: "mermaid",
    title: "Mermaid",
    group: "diagram",
    extensions: [".mmd", ".mermaid"],
    canExport: true,
    canImport: false,
    load: async () => (await import("./mermaid/mermaidFormat.ts")).mermaid,
  },
  {
    id: "graphml",
    title: "GraphML",
    group: "diagram",
    extensions: [".graphml"],
    canExport: true,
    canImport: false,
    load: async () => (await import("./graphml/graphmlFormat.ts")).graphml,
  },
  {
    id: "csv",
    title: "CSV of entries",
    group: "data",
    extensions: [".csv"],
    canExport: true,
    canImport: false,
    load: async () => (await import("./csv/csvNodesFormat.ts")).csvNodes,
  },
  {
    id: "csv-edges",
    title: "CSV of relations",
    group: "data",
    fileSuffix: "-relations",
    extensions: [".csv"],
    canExport: true,
    canImport: false,
    load: async () => (await import("./csv/csvEdgesFormat.ts")).csvEdges,
  },
  {
    id: "argdown",
    title: "Argdown",
    group: "tool",
    extensions: [".argdown", ".ad"],
    canExport: true,
    canImport: true,
    recognizes: (text) => /^\s*(?:[[<][^\]>\n]+[\]>]:|={3,}\s*$)/mu.test(text),
    load: async () => (await import("./argdown/argdownFormat.ts")).argdown,
  },
  {
    id: "aif",
    title: "AIF",
    group: "tool",
    fileSuffix: "-aif",
    extensions: [".json"],
    canExport: true,
    canImport: true,
    recognizes: (text) => text.includes('"nodeID"') && !text.includes('"AIF"'),
    load: async () => (await import("./aif/aifFormat.ts")).aif,
  },
  {
    id: "xaif",
    title: "xAIF",
    group: "tool",
    fileSuffix: "-xaif",
    extensions: [".json"],
    canExport: true,
    canImport: true,
    recognizes: (text) => text.includes('"nodeID"') && text.includes('"AIF"'),
    load: async () => (await import("./aif/aifFormat.ts")).xaif,
  },
  {
    id: "jsonld",
    title: "JSON-LD",
    group: "data",
    extensions: [".jsonld", ".json"],
    canExport: true,
    canImport: true,
    recognizes: (text) => text.includes('"@context"') || text.includes('"@type"'),
    load: async () => (await import("./jsonld/jsonldFormat.ts")).jsonld,
  },
];

/** The formats to which a map can be exported. */
export const exportFormats = formats.filter(({ canExport }) => canExport);
/** The formats that can be imported. */
export const importFormats = formats.filter(({ canImport }) => canImport);

/** Returns the format with an id. */
export const formatWithId = (id: string): Format | undefined => formats.find((format) => format.id === id);

/** Returns the format that a map is exported to in a file with this extension: the first one that writes it. */
export const exportFormatFor = (extension: string): Format | undefined =>
  exportFormats.find(({ extensions }) => extensions.includes(extension.toLowerCase()));

/**
 * Returns the format of a file to import, by its extension and, if several formats share that, by its text. Undefined if it
 * is of none. JSON that cannot be parsed is of the format `json`, whose reader says in which line the mistake is.
 */
export function detectFormat(extension: string, text: string): Format | undefined {
  const candidates = importFormats.filter(({ extensions }) => extensions.includes(extension.toLowerCase()));
  if (candidates.length === 1) return candidates[0];
  return (
    (candidates.length > 1 ? candidates : importFormats).find((format) => format.recognizes?.(text) === true) ??
    candidates.find(({ recognizes }) => recognizes === undefined) ??
    (isBrokenJson(extension, text) ? formatWithId("json") : undefined)
  );
}

function isBrokenJson(extension: string, text: string): boolean {
  const json = text.replace(/^\uFEFF/u, "");
  if (extension.toLowerCase() !== ".json" && !json.trimStart().startsWith("{")) return false;
  try {
    JSON.parse(json);
    return false;
  } catch {
    return true;
  }
}
