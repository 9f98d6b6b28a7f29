import type { Provider } from "../domain/provider.ts";

/** A row of the table of providers: how it is reached, and which wires it speaks. */
export type ProviderEntry = {
  /** The first part of a target. */
  readonly name: string;
  readonly title: string;
  /** Environment variables that may hold the key, the first that is set wins. */
  readonly keys: readonly string[];
  readonly needsKey: boolean;
  /** Environment variables that may hold the address. */
  readonly urls: readonly string[];
  /** Where it is without any of them; undefined: the vendor's own, or nowhere. */
  readonly usualUrl: string | undefined;
  /** By API name; SDKs are loaded only when one is called. */
  readonly apis: Readonly<Record<string, () => Promise<Provider>>>;
  readonly usualApi: string;
};
