/** Flags of `simulate` as commander leaves them. */
export type SimulateFlags = {
  readonly port: number;
  readonly host: string;
  readonly profile: string;
  readonly seed: number;
  readonly speed: number;
  readonly log?: string;
  readonly quiet?: true;
  readonly json?: true;
};
