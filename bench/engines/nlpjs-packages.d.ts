// What is used of the nlp.js packages, which come without types.

declare module "@nlpjs/core" {
  import type { Nlp } from "@nlpjs/nlp";

  export interface Container {
    use(part: unknown): void;
    get(name: "nlp"): Nlp;
    getConfiguration(tag: string): Readonly<Record<string, unknown>>;
    registerConfiguration(tag: string, configuration: object, isForced: boolean): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module "@nlpjs/nlp" {
  export class Nlp {
    readonly settings: { autoSave: boolean };
    addLanguage(language: string): void;
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      utterance: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string }[] }>;
  }
}

declare module "@nlpjs/lang-ru" {
  export const LangRu: unknown;
}
