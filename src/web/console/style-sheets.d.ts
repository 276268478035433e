// Style sheets and pictures that Vite takes from an import.
declare module "*.css" {}

declare module "*.svg" {
  export const address: string;
  export default address;
}
