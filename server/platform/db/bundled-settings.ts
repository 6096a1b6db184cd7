// The settings of the bundled PostgreSQL: a small server that never loses what it confirmed.

/** Written once at the end of a new `postgresql.conf`; the operator may edit them there. */
export const TUNING = `
# --- Rida: sized for one small server. Edit freely; Rida does not write here again.
max_connections = 100
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 64MB
random_page_cost = 1.1
jit = off                       # short queries: compiling them costs more than it saves
fsync = on
synchronous_commit = on
wal_compression = on
min_wal_size = 80MB
max_wal_size = 1GB
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] '
log_min_duration_statement = 2000
log_lock_waits = on
`;

export type Listening =
  /** A Unix socket in a folder only the database's user and root can enter: no port, no password. */
  | { kind: 'socket'; folder: string }
  /** Where there are no Unix sockets (Windows): a port of the loopback device, guarded by a password. */
  | { kind: 'tcp'; port: number; password: string };

/** What Rida depends on and therefore sets on the command line, where it wins over every file. */
export function fixedArguments(folder: string, listening: Listening, extra: Record<string, string>): string[] {
  const settings: Record<string, string> = {
    listen_addresses: listening.kind === 'tcp' ? '127.0.0.1' : '',
    unix_socket_directories: listening.kind === 'tcp' ? '' : `"${listening.folder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: String(listening.kind === 'tcp' ? listening.port : SOCKET_PORT),
    log_destination: 'stderr',
    logging_collector: 'off',
    ...extra,
  };
  return ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** No port is opened for it: it only names the socket's file. */
export const SOCKET_PORT = 5432;
export const SUPERUSER = 'postgres';
export const DATABASE = 'rida';

/** The address for pg and libpq programs alike: to both `host` as a parameter wins; `localhost` is there for URL parsers. */
export function databaseUrl(listening: Listening): string {
  return listening.kind === 'tcp'
    ? `postgresql://${SUPERUSER}:${listening.password}@127.0.0.1:${listening.port}/${DATABASE}`
    : `postgresql://${SUPERUSER}@localhost/${DATABASE}?host=${encodeURIComponent(listening.folder)}&port=${SOCKET_PORT}`;
}
