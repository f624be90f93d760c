/** Returns the features. An extension in a browser is one file, so they are in memory already, but are run only now. */
export const loadFeatures = () => import("./features.ts");
