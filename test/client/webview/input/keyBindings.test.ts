import { describe, expect, test } from "vitest";
import {
  cardCommandFor,
  cardKeyBindings,
  editCommandFor,
  editKeyBindings,
  isBoundKey,
  isDepthKey,
  keyLabel,
  keyName,
  navigationKeyBindings,
  pageCommandFor,
  pageKeyBindings,
  undoCommandFor,
  undoKeyBindings,
} from "../../../../client/webview/input/keyBindings.ts";

/** Returns the name of a key that is pressed together with modifier keys. */
function nameOf(key: string, ...modifiers: readonly ("alt" | "ctrl" | "meta" | "shift")[]): string | undefined {
  const isPressed = (modifier: (typeof modifiers)[number]): boolean => modifiers.includes(modifier);
  return keyName({
    key,
    altKey: isPressed("alt"),
    ctrlKey: isPressed("ctrl"),
    metaKey: isPressed("meta"),
    shiftKey: isPressed("shift"),
  });
}

describe("the name of a pressed key", () => {
  test.each([
    ["r", "r"],
    ["Enter", "Enter"],
    ["ArrowDown", "ArrowDown"],
    ["Escape", "Esc"],
    ["=", "+"],
  ])("is for %s the name %s", (key, name) => {
    expect(nameOf(key)).toBe(name);
  });

  test("includes Shift for F3 and F10 only: a character includes it already", () => {
    expect(nameOf("F3", "shift")).toBe("Shift+F3");
    expect(nameOf("F10", "shift")).toBe("Shift+F10");
    expect(nameOf("?", "shift")).toBe("?");
    expect(nameOf("A", "shift")).toBe("A");
    expect(nameOf("Enter", "shift")).toBe("Enter");
  });

  test.each(["ctrl", "meta"] as const)("includes %s for the bound combinations", (modifier) => {
    expect(nameOf("f", modifier)).toBe("Ctrl+F");
    expect(nameOf("z", modifier)).toBe("Ctrl+Z");
    expect(nameOf("Z", modifier, "shift")).toBe("Ctrl+Shift+Z");
    expect(nameOf("y", modifier)).toBe("Ctrl+Y");
  });

  test("is undefined for all other combinations, which belong to the browser or VS Code", () => {
    expect(nameOf("c", "ctrl")).toBeUndefined();
    expect(nameOf("F", "ctrl", "shift")).toBeUndefined();
    expect(nameOf("r", "meta")).toBeUndefined();
    expect(nameOf("f", "alt")).toBeUndefined();
    expect(nameOf("Z", "alt", "ctrl")).toBeUndefined();
  });

  test("with Alt is known for Enter only", () => {
    expect(nameOf("Enter", "alt")).toBe("Alt+Enter");
    expect(nameOf("x", "alt")).toBeUndefined();
  });
});

describe("the command of a key", () => {
  test("is found by each of its keys", () => {
    expect([pageCommandFor("/"), pageCommandFor("Ctrl+F")]).toEqual(["find", "find"]);
    expect([editCommandFor("F2"), editCommandFor("e")]).toEqual(["editText", "editText"]);
    expect([undoCommandFor("Ctrl+Y"), undoCommandFor("Ctrl+Shift+Z")]).toEqual(["redo", "redo"]);
    expect(cardCommandFor(" ")).toBe("fold");
  });

  test("does not exist for an unbound key", () => {
    for (const commandFor of [pageCommandFor, cardCommandFor, editCommandFor, undoCommandFor])
      expect(commandFor("y")).toBeUndefined();
  });

  test("is unambiguous: no key is bound twice", () => {
    const bindings = [...pageKeyBindings, ...cardKeyBindings, ...editKeyBindings, ...undoKeyBindings];
    const keys = bindings.flatMap((binding) => binding.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const key of keys) expect(isDepthKey(key), key).toBe(false);
  });

  test("can be typed: the name of each bound key is one that a pressed key has", () => {
    const pressed: Readonly<Record<string, () => string | undefined>> = {
      Esc: () => nameOf("Escape"),
      "Alt+Enter": () => nameOf("Enter", "alt"),
      "Shift+F3": () => nameOf("F3", "shift"),
      "Shift+F10": () => nameOf("F10", "shift"),
      "Ctrl+F": () => nameOf("f", "ctrl"),
      "Ctrl+Z": () => nameOf("z", "ctrl"),
      "Ctrl+Y": () => nameOf("y", "ctrl"),
      "Ctrl+Shift+Z": () => nameOf("Z", "ctrl", "shift"),
    };
    for (const { keys } of [...pageKeyBindings, ...cardKeyBindings, ...editKeyBindings, ...undoKeyBindings])
      for (const key of keys) expect((pressed[key] ?? (() => nameOf(key)))(), key).toBe(key);
  });
});

describe("whether a key is bound", () => {
  const preview = { canEdit: true, canWeigh: true };
  const exported = { canEdit: false, canWeigh: false };
  const exportedWeighed = { canEdit: false, canWeigh: true };

  test.each([
    ["r", [true, false, false]],
    ["f", [true, true, true]],
    ["h", [true, false, false]],
    ["w", [true, false, true]],
    ["b", [true, false, false]],
    ["y", [false, false, false]],
  ])("%s depends on what the page can do", (key, isBound) => {
    expect([preview, exported, exportedWeighed].map((abilities) => isBoundKey(key, abilities))).toEqual(isBound);
  });

  test("includes the digits 1 to 9, which fold to a level", () => {
    expect(["1", "9", "10", "x"].map(isDepthKey)).toEqual([true, true, false, false]);
    expect(isBoundKey("5", exported)).toBe(true);
  });
});

test("keys are labeled for the user", () => {
  expect([" ", "Delete", "ContextMenu", "Shift+F10", "r"].map(keyLabel)).toEqual([
    "Space",
    "Del",
    "Menu",
    "Shift+F10",
    "r",
  ]);
});

test("the help describes every binding differently", () => {
  const descriptions = [
    ...pageKeyBindings,
    ...cardKeyBindings,
    ...editKeyBindings,
    ...undoKeyBindings,
    ...navigationKeyBindings,
  ].map(({ description }) => description);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});
