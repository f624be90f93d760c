/** A list from which the user picks items, or types a value that it does not have. */
import { type QuickPickItem, QuickPickItemKind, window } from "vscode";

/** The items of the list, and the conversion of a typed text. */
export interface PickOptions<Item extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** The items that are in use: checked in a list with check boxes, highlighted in a list for one item. */
  readonly current?: readonly Item[];
  /** Whether the user can check several items. */
  readonly isMultiple?: boolean;
  /** Returns the item for a typed text that the list does not have. The item is always shown. */
  readonly typedItem: (typed: string) => Item | undefined;
}

/** Shows the list, and returns the items that the user accepts, at most one unless several can be checked. Undefined if the user cancels. */
export function pickOrType<Item extends QuickPickItem>({
  title,
  placeholder,
  items,
  current = [],
  isMultiple = false,
  typedItem,
}: PickOptions<Item>): Promise<readonly Item[] | undefined> {
  const quickPick = window.createQuickPick<Item>();
  quickPick.title = title;
  quickPick.placeholder = placeholder;
  quickPick.canSelectMany = isMultiple;
  quickPick.matchOnDescription = true;
  quickPick.items = items;
  if (isMultiple) quickPick.selectedItems = current;
  else if (current.length > 0) quickPick.activeItems = current;
  return new Promise((resolve) => {
    quickPick.onDidChangeValue((typed) => {
      const { selectedItems } = quickPick;
      const newItem = typedItem(typed);
      quickPick.items = newItem === undefined ? items : [...items, newItem];
      if (!isMultiple) return;
      quickPick.selectedItems = selectedItems;
      // VS Code highlights no item of a list with check boxes, so the user could not see which one Enter accepts.
      const found = foundItem(quickPick.items, typed);
      quickPick.activeItems = found === undefined ? [] : [found];
    });
    quickPick.onDidAccept(() => {
      const { selectedItems, activeItems, value } = quickPick;
      const hasTyped = value.trim() !== "";
      // The user may press Enter before VS Code has highlighted an item.
      const found = foundItem(quickPick.items, value);
      if (isMultiple) resolve(acceptedItems(selectedItems, current, hasTyped ? (activeItems[0] ?? found) : undefined));
      else {
        const accepted = selectedItems[0] ?? (hasTyped ? found : (current[0] ?? firstItem(items)));
        // Nothing matches what the user has typed.
        if (accepted === undefined) return;
        resolve([accepted]);
      }
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}

/** Returns the first item that is not a separator. VS Code highlights it when the list opens. */
const firstItem = <Item extends QuickPickItem>(items: readonly Item[]): Item | undefined =>
  items.find(({ kind }) => kind !== QuickPickItemKind.Separator);

/**
 * Returns the items that the user accepts in a list with check boxes: those that are checked. A user who has typed and checked
 * nothing means the item that the typed text found.
 */
export function acceptedItems<Item extends QuickPickItem>(
  selected: readonly Item[],
  current: readonly Item[],
  found: Item | undefined,
): readonly Item[] {
  const hasChecked = selected.length !== current.length || selected.some((item) => !current.includes(item));
  return hasChecked || found === undefined || selected.includes(found) ? selected : [...selected, found];
}

/** Returns the first item that contains the typed text, or is always shown; undefined without a text. */
export function foundItem<Item extends QuickPickItem>(items: readonly Item[], typed: string): Item | undefined {
  const words = typed.trim().toLowerCase();
  const isFound = ({ label, description, kind, alwaysShow }: Item): boolean =>
    kind !== QuickPickItemKind.Separator &&
    (alwaysShow === true || [label, description].some((text) => text?.toLowerCase().includes(words)));
  return words === "" ? undefined : items.find(isFound);
}
