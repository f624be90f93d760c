/**
 * A small part of the `vscode` module, for unit tests of the extension. Use it by
 * `vi.mock("vscode", () => import("../../support/fakeVscode.ts"))`. Tests spy on the functions that they need.
 */

export class Uri {
  readonly #uri: string;
  private constructor(uri: string) {
    this.#uri = uri;
  }
  static parse(uri: string): Uri {
    return new Uri(uri);
  }
  static joinPath({ path }: Uri, ...segments: readonly string[]): Uri {
    return new Uri(`file://${[path, ...segments].join("/")}`);
  }
  get scheme(): string {
    return new URL(this.#uri).protocol.slice(0, -1);
  }
  get path(): string {
    return decodeURIComponent(new URL(this.#uri).pathname);
  }
  toString(): string {
    return this.#uri;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

export class Selection extends Range {}

export class WorkspaceEdit {}

export class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
  static from(...disposables: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const disposable of disposables) disposable.dispose();
    });
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {}
}

/** Replaces the placeholders of a message, like VS Code without a translation. */
/** The display language. */
export const env = { language: "en" };

export const l10n = {
  t: (message: string, ...args: readonly unknown[]): string =>
    message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};

export class FileSystemError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
export class TabInputText {
  readonly uri: Uri;
  constructor(uri: Uri) {
    this.uri = uri;
  }
}
export const QuickPickItemKind = {
  Separator: -1,
  Default: 0,
};
export const ViewColumn = {
  Beside: -2,
  One: 1,
  Two: 2,
};
export const TextEditorRevealType = {
  InCenterIfOutsideViewport: 2,
};

export interface FakeEditor {
  readonly document: { readonly uri: Uri; readonly languageId: string };
}

const notFaked = (name: string) => (): never => {
  throw new Error(`${name} is not faked in this test.`);
};

export const window = {
  /** Assign the editors that the test needs. */
  visibleTextEditors: [] as readonly FakeEditor[],
  tabGroups: {
    all: [] as readonly { readonly tabs: readonly { readonly input: unknown }[] }[],
    onDidChangeTabs: notFaked("onDidChangeTabs"),
  },
  showInformationMessage: notFaked("showInformationMessage"),
  showErrorMessage: notFaked("showErrorMessage"),
  showWarningMessage: notFaked("showWarningMessage"),
  showTextDocument: notFaked("showTextDocument"),
  setStatusBarMessage: notFaked("setStatusBarMessage"),
  createQuickPick: notFaked("createQuickPick"),
};
export const commands = { executeCommand: notFaked("executeCommand") };
export const workspace = {
  textDocuments: [],
  fs: { stat: notFaked("stat") },
  createFileSystemWatcher: notFaked("createFileSystemWatcher"),
  applyEdit: notFaked("applyEdit"),
  openTextDocument: notFaked("openTextDocument"),
  asRelativePath: (uri: Uri): string => uri.path,
};

export class LanguageModelTextPart {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export class LanguageModelToolResult {
  readonly content: readonly unknown[];
  constructor(content: readonly unknown[]) {
    this.content = content;
  }
}

export class MarkdownString {
  value = "";
  appendCodeblock(code: string, language: string): this {
    this.value += `\`\`\`${language}\n${code}\n\`\`\``;
    return this;
  }
}
