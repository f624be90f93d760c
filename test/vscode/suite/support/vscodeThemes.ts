/** VS Code's built-in themes, each with the class of `body` in webviews. */
export const themes = {
  light: ["Default Light Modern", "vscode-light"],
  dark: ["Default Dark Modern", "vscode-dark"],
  "high-contrast": ["Default High Contrast", "vscode-high-contrast"],
  "high-contrast-light": ["Default High Contrast Light", "vscode-high-contrast-light"],
} as const;
