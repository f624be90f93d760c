/** Whether the user prefers reduced motion, in the system's settings or in those of VS Code. */
export const prefersReducedMotion = (): boolean =>
  matchMedia("(prefers-reduced-motion: reduce)").matches || document.body.classList.contains("vscode-reduce-motion");
