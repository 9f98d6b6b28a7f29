import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Calibration } from "../../domain/health.ts";
import { writeFiles } from "../write-files.ts";

const NAME = "calibration.json";
const AGAIN = "npm run eval -- calibrate";

/** Keeps what was found where reports look for it; the answer is the file's place below the home. */
export async function writeCalibration(home: string, calibration: Calibration, signal: AbortSignal): Promise<string> {
  const text = `${JSON.stringify(calibration, null, 2)}\n`;
  await writeFiles(join(home, "runs"), new Map([[NAME, text]]), signal, "calibration");
  return `runs/${NAME}`;
}

/**
 * What `calibrate` found on this machine; undefined where it never ran. A file that cannot be used counts for none, and a
 * sentence says so to `note`: a report needs no calibration.
 */
export async function readCalibration(
  home: string,
  note: (sentence: string) => void = () => undefined,
): Promise<Calibration | undefined> {
  let text: string;
  try {
    text = await readFile(join(home, "runs", NAME), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      note(`runs/${NAME} cannot be read; make it again: ${AGAIN}`);
    return undefined;
  }
  const read = Calibration.safeParse(parsed(text));
  if (read.success) return read.data;
  note(`runs/${NAME} is damaged, or of another version, and was passed over; make it again: ${AGAIN}`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
