/** The bundled language reference, and the links from problems to its sections. */
import {
  commands,
  type Diagnostic,
  Disposable,
  type ExtensionContext,
  Hover,
  MarkdownString,
  Uri,
  workspace,
} from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

const OPEN_COMMAND = "argmap.openReference";

/**
 * The server links to a section of the reference with `<base>#<section>`. VS Code would open a Markdown file as plain
 * text and ignore the anchor, so the base is a command URI, and the anchor becomes the command's argument.
 */
const referenceCommandUri = `command:${OPEN_COMMAND}`;
const sectionLink = new RegExp(`${referenceCommandUri.replaceAll(".", "\\.")}#([a-z-]+)`, "g");
const encodeArguments = (section: string): string => JSON.stringify([section]);

/** The scheme of documents that contain a single section each, so that its preview starts at its heading. */
const SECTION_SCHEME = "argmap-reference";

/** Registers the command that opens the reference, or the section that its argument names. */
export function registerReference({ extensionUri }: ExtensionContext): Disposable {
  const referenceUri = Uri.joinPath(extensionUri, "docs/reference.md");
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SECTION_SCHEME, {
      async provideTextDocumentContent({ path }) {
        const reference = new TextDecoder().decode(await workspace.fs.readFile(referenceUri));
        return extractSection(reference, path.replace(/^\/|\.md$/g, ""));
      },
    }),
    commands.registerCommand(OPEN_COMMAND, async (section?: unknown) => {
      const target =
        typeof section === "string" ? Uri.from({ scheme: SECTION_SCHEME, path: `/${section}.md` }) : referenceUri;
      await commands.executeCommand("markdown.showPreviewToSide", target);
    }),
  );
}

/**
 * Returns one section of the reference, up to the next heading. Links to other sections become plain text, because they
 * would lead nowhere. Returns the whole reference if it has no such heading.
 */
function extractSection(reference: string, heading: string): string {
  const found = reference.split(/^(?=#{1,6} )/m).find((section) => /^#+ (.*)/.exec(section)?.[1]?.trim() === heading);
  return found?.replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, "$1") ?? reference;
}

/** Client options that turn the server's links into links to the command. */
export const referenceLinks: Pick<LanguageClientOptions, "initializationOptions" | "markdown" | "middleware"> = {
  initializationOptions: { reference: referenceCommandUri },
  markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] } },
  middleware: {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToCommand)),
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      return hover && new Hover(hover.contents.map(linkTextToCommand), hover.range);
    },
  },
};

function linkToCommand(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === "object" && code.target.scheme === "command") {
    const { path, fragment } = code.target;
    diagnostic.code = { ...code, target: Uri.from({ scheme: "command", path, query: encodeArguments(fragment) }) };
  }
  return diagnostic;
}

/** Plain strings, which LSP deprecates and our server does not send, stay unchanged. */
function linkTextToCommand<Content extends Hover["contents"][number]>(content: Content): Content {
  if (content instanceof MarkdownString) {
    content.value = content.value.replaceAll(
      sectionLink,
      (_, section: string) => `${referenceCommandUri}?${encodeURIComponent(encodeArguments(section))}`,
    );
  }
  return content;
}
