import * as commands from "../commandBundle.ts";

/** Returns the commands that are rarely used. An extension in a browser is one file, so they are loaded already. */
export const loadCommands = () => commands;
