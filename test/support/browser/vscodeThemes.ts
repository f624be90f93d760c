/** The classes and CSS variables that VS Code sets in a webview for its default themes, as far as the page uses them. */
const fontVariables = {
  "--vscode-font-family": 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  "--vscode-editor-font-family": '"Droid Sans Mono", monospace',
};

export const themes = {
  light: {
    classes: ["vscode-light"],
    variables: {
      ...fontVariables,
      "--vscode-editor-background": "#ffffff",
      "--vscode-editor-foreground": "#3b3b3b",
      "--vscode-focusBorder": "#005fb8",
      "--vscode-editorError-foreground": "#e51400",
      "--vscode-editorWarning-foreground": "#bf8803",
      "--vscode-editorInfo-foreground": "#1a85ff",
      "--vscode-editorWidget-background": "#f8f8f8",
      "--vscode-editorWidget-border": "#c8c8c8",
      "--vscode-widget-shadow": "rgba(0, 0, 0, 0.16)",
      "--vscode-toolbar-hoverBackground": "rgba(184, 184, 184, 0.31)",
    },
  },
  dark: {
    classes: ["vscode-dark"],
    variables: {
      ...fontVariables,
      "--vscode-editor-background": "#1f1f1f",
      "--vscode-editor-foreground": "#cccccc",
      "--vscode-focusBorder": "#0078d4",
      "--vscode-editorError-foreground": "#f14c4c",
      "--vscode-editorWarning-foreground": "#cca700",
      "--vscode-editorInfo-foreground": "#3794ff",
      "--vscode-editorWidget-background": "#202020",
      "--vscode-editorWidget-border": "#454545",
      "--vscode-widget-shadow": "rgba(0, 0, 0, 0.36)",
      "--vscode-toolbar-hoverBackground": "rgba(90, 93, 94, 0.31)",
    },
  },
  "high-contrast-dark": {
    classes: ["vscode-high-contrast"],
    variables: {
      ...fontVariables,
      "--vscode-editor-background": "#000000",
      "--vscode-editor-foreground": "#ffffff",
      "--vscode-focusBorder": "#f38518",
      "--vscode-contrastBorder": "#6fc3df",
      "--vscode-editorError-foreground": "#f48771",
      "--vscode-editorWarning-foreground": "#ffd370",
      "--vscode-editorInfo-foreground": "#3794ff",
      "--vscode-editorWidget-background": "#0c141f",
    },
  },
  "high-contrast-light": {
    classes: ["vscode-high-contrast-light", "vscode-high-contrast"],
    variables: {
      ...fontVariables,
      "--vscode-editor-background": "#ffffff",
      "--vscode-editor-foreground": "#292929",
      "--vscode-focusBorder": "#006bbd",
      "--vscode-contrastBorder": "#0f4a85",
      "--vscode-editorError-foreground": "#b5200d",
      "--vscode-editorWarning-foreground": "#895503",
      "--vscode-editorInfo-foreground": "#1a85ff",
      "--vscode-editorWidget-background": "#ffffff",
    },
  },
} as const;

export type WebviewThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly WebviewThemeName[]; // The keys written above.

/** The themes of screenshots that no test compares with anything: all with `ARGMAP_SCREENSHOTS=1`, otherwise one. */
export const screenshotThemes = process.env["ARGMAP_SCREENSHOTS"] ? themeNames : themeNames.slice(0, 1);
