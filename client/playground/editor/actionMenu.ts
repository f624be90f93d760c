/** The menu of quick fixes and refactorings at the cursor, with Ctrl or Cmd and the full stop. */
import type { EditorView } from "@codemirror/view";
import { type MenuGroup, openMenu } from "../page/menu.ts";
import type { CodeAction, CodeActions } from "./codeActions.ts";
import type { OpenMap } from "./openMaps.ts";
import { toRange } from "./positions.ts";

/** Opens the menu, or says that the server offers nothing. */
export async function openActionMenu(
  view: EditorView,
  file: OpenMap,
  actions: CodeActions,
  notify: (message: string) => void,
): Promise<void> {
  const { from, to, head } = view.state.selection.main;
  const offered = await actions.all(file, toRange(view.state.doc, from, to));
  const place = view.coordsAtPos(head);
  if (offered.length === 0 || place === null) return notify("There is nothing to fix or change here.");
  async function apply(action: CodeAction): Promise<void> {
    if ((await actions.apply(action)) === "stale") notify("The text has changed since. Open the menu again.");
    view.focus();
  }
  const isFix = ({ kind }: CodeAction): boolean => kind?.startsWith("quickfix") === true;
  const group = (title: string, members: readonly CodeAction[]): MenuGroup => ({
    title,
    items: members.map((action) => ({
      label: action.title,
      run: () => void apply(action),
    })),
  });
  openMenu(
    [
      group("Fix", offered.filter(isFix)),
      group(
        "Change",
        offered.filter((action) => !isFix(action)),
      ),
    ],
    { x: place.left, y: place.bottom + 4, label: "Fixes and changes" },
    (isCanceled) => isCanceled && view.focus(),
  );
}
