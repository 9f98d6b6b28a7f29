import fc from "fast-check";

/** CI fixes the seed, so that a failure there is found again; elsewhere every run tries other cases. */
const seed = process.env["TEST_SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
