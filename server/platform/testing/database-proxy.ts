// For tests: a network between the product and its database that can refuse, fall silent, and swallow what was connected.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type DatabaseProxy = {
  /** As the given address, through the proxy. */
  url: string;
  /** Nobody is there: connections end, new ones are refused. */
  refuse(): Promise<void>;
  /** Nothing comes through, in either direction, and nobody is told. */
  silence(): void;
  /** Connections of before stay silent for ever; new ones come through. */
  loseConnections(): void;
  /** All comes through again, also what was held back. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

export async function databaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const folder = target.searchParams.get('host');
  const port = Number(target.searchParams.get('port') ?? (target.port || 5432));
  const pairs = new Set<[Socket, Socket]>();
  let silent = false;

  const server: Server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, target.hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => void to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
      if (silent) from.pause();
    }
  });
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${own}`;
  url.search = '';

  const endAll = (): void => {
    for (const sockets of pairs) for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.toString(),
    async refuse() {
      const closed = once(server, 'close');
      server.close();
      endAll();
      await closed;
    },
    silence() {
      silent = true;
      for (const sockets of pairs) for (const socket of sockets) socket.pause();
    },
    loseConnections() {
      for (const sockets of pairs) for (const socket of sockets) socket.pause();
    },
    async restore() {
      silent = false;
      for (const sockets of pairs) for (const socket of sockets) socket.resume();
      if (!server.listening) await listen(own);
    },
    async close() {
      if (server.listening) server.close();
      endAll();
    },
  };
}
