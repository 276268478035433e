// Style sheets and pictures that Vite takes from an import.

/** The classes of a sheet by the names they have in it; in the page they have names of their own. */
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export = classes;
}

declare module "*.css" {}

declare module "*.svg" {
  export const address: string;
  export default address;
}
