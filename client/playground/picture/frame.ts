/** Runs in the frame of the picture before its page: gives the page what it expects of VS Code. */

document.body.className = window.parent.document.documentElement.dataset["picture"] ?? "";

const host = {
  postMessage: (message: unknown) => window.parent.postMessage(message, location.origin),
  // The playground keeps the view of each map, and sends it back with the map.
  getState: () => undefined,
  setState: () => {},
};
Object.assign(window, { acquireVsCodeApi: () => host });
