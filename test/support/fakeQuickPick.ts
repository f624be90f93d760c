/** A quick pick for unit tests of the extension, with functions that act like the user. */
import { EventEmitter } from "./fakeVscode.ts";

export class FakeQuickPick<Item> {
  items: readonly Item[] = [];
  /** The highlighted items. */
  activeItems: readonly Item[] = [];
  /** The items that VS Code reports as picked: the checked items, or the accepted one. */
  selectedItems: readonly Item[] = [];
  canSelectMany = false;
  busy = false;
  title = "";
  placeholder = "";
  value = "";
  readonly #changed = new EventEmitter<string>();
  readonly #accepted = new EventEmitter<void>();
  readonly #hidden = new EventEmitter<void>();
  readonly onDidChangeValue = this.#changed.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  show(): void {}
  hide(): void {
    this.#hidden.fire();
  }
  dispose(): void {}
  type(text: string): void {
    this.value = text;
    this.#changed.fire(text);
  }
  /** Accepts what is highlighted, if anything is. */
  pressEnter(): void {
    if (!this.canSelectMany) this.selectedItems = this.activeItems;
    this.#accepted.fire();
  }
}
