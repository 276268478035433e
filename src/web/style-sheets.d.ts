// Style sheets and pictures that Vite takes from an import.

/** The classes of a sheet by the names they have in it; the pages get names that no other sheet has. */
declare module "*.module.css" {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}

declare module "*.css" {}

declare module "*.svg" {
  export const address: string;
  export default address;
}
