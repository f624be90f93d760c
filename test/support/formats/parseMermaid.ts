/** Reads a flowchart with mermaid's own parser. */
import DOMPurify from "dompurify";
import mermaid from "mermaid";

// The parser cleans labels with a library that needs a document, which Node has not. A flowchart is only parsed here.
Object.assign(DOMPurify, { addHook() {}, sanitize: (text: string) => text });

/** Throws if mermaid cannot read the text. */
export const parseMermaid = async (text: string): Promise<string> => (await mermaid.parse(text)).diagramType;
