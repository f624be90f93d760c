/** The suite that runs in the web extension host, on the files of `memfs:/maps`. */
import MarkdownIt, { type MarkdownIt as Markdown } from "markdown-it";
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  extensions,
  type LocationLink,
  languages,
  Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";

const at = (name: string): Uri => Uri.parse(`memfs:/maps/${name}`);

/** Throws unless two values are the same as JSON. Node's assertions are not there. */
function expectEqual(actual: unknown, expected: unknown): void {
  const [actualText, expectedText] = [actual, expected].map((value) => JSON.stringify(value));
  if (actualText !== expectedText) throw new Error(`${actualText} is not ${expectedText}`);
}

/** Throws unless a text matches. */
function expectMatch(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${pattern} is not in: ${text.slice(0, 500)}`);
}

/** Waits until a condition is true, checked now and after each event. */
async function until(condition: () => boolean, subscribe: (check: () => void) => Disposable): Promise<void> {
  if (condition()) return;
  await new Promise<void>((resolve) => {
    const subscription = subscribe(() => {
      if (!condition()) return;
      subscription.dispose();
      resolve();
    });
  });
}

/** Opens a map and waits until its errors and warnings are these messages. */
async function openWithProblems(name: string, expected: readonly RegExp[]): Promise<TextDocument> {
  const document = await workspace.openTextDocument(at(name));
  await window.showTextDocument(document, { preview: false });
  const problems = (): readonly Diagnostic[] =>
    languages.getDiagnostics(document.uri).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
  const isAsExpected = (): boolean =>
    problems().length === expected.length &&
    expected.every((pattern) => problems().some(({ message }) => pattern.test(message)));
  await until(isAsExpected, (check) => languages.onDidChangeDiagnostics(check));
  return document;
}

/** The tests, in the order in which they run. Mocha cannot run in a worker. */
const tests: Readonly<Record<string, () => Promise<void>>> = {
  async "reports a quote that is not in its article in HTML, and none for one that is"() {
    await openWithProblems("main.argmap", [/^The quote is not in the source/]);
  },

  async "reports a quote that is not in its PDF, and none for one that is"() {
    await openWithProblems("report.argmap", [/^The quote is not in the source/]);
  },

  async "goes from a name to its definition in another file"() {
    const document = await openWithProblems("main.argmap", [/^The quote is not in the source/]);
    const line = document
      .getText()
      .split("\n")
      .findIndex((text) => text.includes("for base.keep"));
    const character = document.lineAt(line).text.indexOf("base.keep") + 6;
    const targets = await commands.executeCommand<readonly LocationLink[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      new Position(line, character),
    );
    expectEqual(
      targets.map(({ targetUri }) => targetUri.toString()),
      [at("base.argmap").toString()],
    );
  },

  async "exports HTML and Argdown to the virtual folder"() {
    await workspace.openTextDocument(at("report.argmap"));
    await commands.executeCommand("argmap.exportPicture", at("report.argmap"), { format: "html", to: at("out.html") });
    const html = new TextDecoder().decode(await workspace.fs.readFile(at("out.html")));
    expectMatch(html, /<title>Report<\/title>/);
    await commands.executeCommand("argmap.exportPicture", at("report.argmap"), {
      format: "argdown",
      to: at("out.argdown"),
    });
    const argdown = new TextDecoder().decode(await workspace.fs.readFile(at("out.argdown")));
    expectMatch(argdown, /\[fewer\]: Fewer cars came\./);
  },

  // The VS Code of the tests has no preview of Markdown without Node, so this uses what the preview would.
  async "draws a map in Markdown"() {
    const api = await extensions
      .getExtension<{ extendMarkdownIt(markdown: Markdown): Markdown }>("argmap.argmap")
      ?.activate();
    const html = api?.extendMarkdownIt(new MarkdownIt()).render("```argmap\nclaim: The charge should stay.\n```\n");
    expectMatch(html ?? "", /<svg.*The charge should stay\..*<\/svg>/s);
  },

  async "shows a preview, whose edits change the map"() {
    const document = await openWithProblems("base.argmap", []);
    // The test outside clicks the card and types the text of a reason.
    await commands.executeCommand("argmap.openPreview");
    await until(
      () => document.getText().includes("It works."),
      (check) => workspace.onDidChangeTextDocument(check),
    );
    expectMatch(document.getText(), /claim keep: The charge should stay\.\n {2}reason: It works\.\n/);
  },
};

/** Called by VS Code. Rejects if a test has failed. */
export async function run(): Promise<void> {
  for (const [name, test] of Object.entries(tests)) {
    console.info(`web: ${name}`);
    await test();
    console.info("web: passed");
  }
}
