import { CsvError, parse } from "csv-parse/sync";
import { UserError } from "../domain/error.ts";
import { checkColumns, columnName } from "./columns.ts";
import type { RowOrFault } from "./row.ts";

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Rows of a CSV or TSV text (line breaks as \n) whose first line names the columns; quoted fields may hold line breaks.
 * Columns of no use are told to `ignore`.
 */
export function readDelimited(
  text: string,
  delimiter: "," | "\t",
  file: string,
  ignore: (column: string) => void = () => undefined,
): RowOrFault[] {
  const [head, ...body] = parseAll(text, delimiter, file);
  if (head === undefined) {
    throw new UserError("input", `${file} is empty.`, {
      fix: "Its first line must name the columns, at least ko and en.",
    });
  }
  const columns = head.record.map(columnName);
  checkColumns(columns, file).forEach(ignore);
  return body.map(({ record, info }) => {
    // csv-parse counts the line a record ends on; its own line breaks lead back to where it starts.
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length !== columns.length) {
      const hint =
        record.length > columns.length
          ? `: put double quotes around a text that holds a ${delimiter === "," ? "comma" : "tab"}`
          : "";
      return { line, fault: `${record.length} fields where the header has ${columns.length}${hint}` };
    }
    return { line, fields: Object.fromEntries(columns.map((name, i) => [name, record[i]])) };
  });
}

function parseAll(text: string, delimiter: "," | "\t", file: string): Parsed[] {
  let lastLine = 0;
  try {
    return parse(text, {
      delimiter,
      info: true,
      // Spreadsheets quote in TSV as they do in CSV; a quote inside an unquoted field is an ordinary character.
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: "\n",
      skip_empty_lines: true,
      // Spreadsheets leave rows of bare commas below the data.
      skip_records_with_empty_values: true,
      on_record: (record, { lines }) => {
        lastLine = lines;
        return record;
      },
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // csv-parse names the line where it gave up; the record that it could not finish starts after the last whole one.
    const line = `:${lastLine + 1}`;
    const what =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "opens a double quote that is never closed"
        : `is not readable (${error.message})`;
    throw new UserError("input", `${file}${line} ${what}.`, {
      fix: 'Write a double quote inside a quoted text twice (""), and close every quoted text.',
      cause: error,
    });
  }
}
