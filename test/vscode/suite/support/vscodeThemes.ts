/** VS Code's own themes, each with the class that it gives to the pages within its window. */
export const themes = {
  light: ["Default Light Modern", "vscode-light"],
  dark: ["Default Dark Modern", "vscode-dark"],
  "high-contrast": ["Default High Contrast", "vscode-high-contrast"],
  "high-contrast-light": ["Default High Contrast Light", "vscode-high-contrast-light"],
} as const;
