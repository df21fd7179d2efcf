import { Socket } from 'node:net';

// A test that reaches beyond this machine is wrong, and must fail rather than hang.
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  const options = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | undefined;
  const host = options?.host;
  if (host && !['localhost', '127.0.0.1', '::1'].includes(host))
    throw new Error(`the network is closed in tests: ${host}`);
  return connect.apply(this, args);
} as typeof connect;
