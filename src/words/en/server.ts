export const messages = {
  'input.notJson': {
    reason: 'The body of the request cannot be read as JSON.',
    remedy: 'Send one JSON object in UTF-8.',
  },
  'input.notDeclaredJson': {
    reason: 'A request without the header Content-Type: application/json is not taken.',
    remedy: 'Add the header: it also keeps foreign sites from acting in your name.',
  },
  'input.tooLarge': {
    reason: 'The request is too large.',
    remedy: 'Files go through PUT /api/uploads.',
  },
  'request.foreign': {
    reason: 'The request came from a foreign address {got}.',
    remedy:
      'Open the app at the address that it named when it started; --allow-host allows one more name of the server.',
  },
  'page.unknown': {
    reason: 'There is no page {got}.',
    remedy: 'Begin at the first page; the addresses of the API are listed in /api/openapi.json.',
  },
  'upload.tooLarge': {
    reason: 'The file is larger than allowed: {limit, number} bytes.',
    remedy: 'Raise the limit in the settings, or load the file by luchshe import.',
  },
  'data.inUse': {
    reason: 'The data directory {folder} is in use by another process (number {pid}, since {since}).',
    remedy: 'Wait for its end or stop it; if it is a server, it is not ready yet: try again in a few seconds.',
  },
  'server.failed': {
    reason: 'The program has a fault.',
    remedy: 'Details are in server.log of the data directory; please send them to us.',
  },
  'server.closing': {
    reason: 'The server is stopping.',
    remedy: 'Try again when it is back.',
  },
  'server.gone': {
    reason: 'The server went away without an answer.',
    remedy: 'See whether it runs, and try again: an unfinished act changes nothing.',
  },
  'server.portTaken': {
    reason: 'Port {port} is taken.',
    remedy: 'Take another: luchshe start --port N.',
  },
  'server.portForbidden': {
    reason: 'This user may not use port {port}.',
    remedy: 'Take a port above 1023: luchshe start --port N.',
  },
  'server.hostUnknown': {
    reason: 'This machine has no address {host}.',
    remedy: 'Name an address of this machine, or 127.0.0.1.',
  },
  'server.running': {
    reason: 'A server of the directory {folder} is running already: {url}.',
    remedy: 'Open that address, or stop that server.',
  },
};
