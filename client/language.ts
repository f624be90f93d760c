/** The language id of argument maps, as in `package.json` and the server. */
export const LANGUAGE = "argmap";
