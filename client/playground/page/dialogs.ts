/** Dialogs that ask the user for something. */
import { button, create } from "./elements.ts";

/** Shows a dialog and returns what was chosen; undefined if the user cancels. `fill` gets the function that ends it. */
function showDialog<Value>(
  title: string,
  fill: (end: (value: Value) => void) => readonly (Node | string)[],
): Promise<Value | undefined> {
  const heading = create("h2", { id: "dialog-title" }, title);
  const dialog = create("dialog", { "aria-labelledby": "dialog-title", class: "dialog" }, heading);
  return new Promise((resolve) => {
    let chosen: Value | undefined;
    dialog.append(
      ...fill((value) => {
        chosen = value;
        dialog.close();
      }),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks the user to choose one of some labels. */
export const chooseOne = <Value>(
  title: string,
  choices: readonly { readonly label: string; readonly value: Value }[],
): Promise<Value | undefined> =>
  showDialog<Value>(title, (end) => [
    create(
      "div",
      { class: "choices" },
      ...choices.map(({ label, value }) => button(label, () => end(value), "button")),
    ),
    create("div", { class: "actions" }, cancelButton()),
  ]);

/** Asks the user for a text, which is not empty. */
export const askText = (title: string, label: string, value: string): Promise<string | undefined> =>
  showDialog<string>(title, (end) => {
    const input = create("input", { type: "text", class: "typed", autocomplete: "off", required: "", value });
    const form = create("form", { method: "dialog" });
    form.append(
      create("label", { class: "typed-label" }, label, input),
      create("div", { class: "actions" }, cancelButton(), create("button", { class: "button primary" }, "OK")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      end(input.value.trim());
    });
    // The dialog focuses it when it is shown.
    input.addEventListener("focus", () => input.select(), { once: true });
    return [form];
  });

/** What the user can check in a list. */
export interface CheckedChoice {
  readonly value: string;
  readonly label: string;
  readonly detail: string | undefined;
  readonly isChecked: boolean;
}

export interface CheckedValues {
  readonly values: readonly string[];
  /** What the user has typed; empty if nothing. */
  readonly typed: string;
}

/** Asks the user to check one or several choices, or to type another. @param typedLabel undefined if nothing can be typed */
export const chooseChecked = (
  title: string,
  choices: readonly CheckedChoice[],
  { isMultiple, typedLabel }: { readonly isMultiple: boolean; readonly typedLabel: string | undefined },
): Promise<CheckedValues | undefined> =>
  showDialog<CheckedValues>(title, (end) => {
    const boxes = choices.map(({ value, isChecked }) => {
      const box = create("input", { type: isMultiple ? "checkbox" : "radio", name: "choice", value });
      box.checked = isChecked;
      return box;
    });
    const labels = choices.map(({ label, detail }, index) =>
      create(
        "label",
        {},
        boxes[index] ?? "",
        create("span", {}, label, ...(detail === undefined ? [] : [create("small", {}, detail)])),
      ),
    );
    const typed = create("input", { type: "text", class: "typed", autocomplete: "off" });
    const form = create("form", { method: "dialog" });
    form.append(
      create("div", { class: "choices list" }, ...labels),
      ...(typedLabel === undefined ? [] : [create("label", { class: "typed-label" }, typedLabel, typed)]),
      create("div", { class: "actions" }, cancelButton(), create("button", { class: "button primary" }, "OK")),
    );
    // What is typed replaces a single choice.
    typed.addEventListener("input", () => {
      if (!isMultiple) for (const box of boxes) box.checked = false;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      end({ values: boxes.filter(({ checked }) => checked).map(({ value }) => value), typed: typed.value.trim() });
    });
    return [form];
  });

function cancelButton(): HTMLButtonElement {
  const cancel = button("Cancel", () => cancel.closest("dialog")?.close(), "button");
  return cancel;
}
