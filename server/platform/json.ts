// Json: the row type of jsonb columns.
import type { ColumnType } from 'kysely';

/** Read as whatever it holds, written as text by JSON.stringify (the driver would turn arrays into PostgreSQL arrays). */
export type Json = ColumnType<unknown, string, string>;

/** The same for columns that the database fills when nothing is given. */
export type DefaultedJson = ColumnType<unknown, string | undefined, string>;
