/** Vendors whose own prices are read, by the name that their targets begin with. All others resell. */
export const VENDORS: readonly string[] = ["openai", "anthropic", "google"];
