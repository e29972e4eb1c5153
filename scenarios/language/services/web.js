// Answers HTTP requests: orders as JSON, what it was sent, and one address that is ready only at the third request.
import { createServer } from 'node:http';

let asked = 0;

const routes = {
  'GET /orders/42': () => ({ body: { id: 42, total: 99.5, items: ['book', 'pen'] } }),
  'GET /slow-start': () => {
    asked++;
    return { status: asked < 3 ? 503 : 200, body: { asked } };
  },
  'POST /mirror': (request, text) => ({
    body: { type: request.headers['content-type'], authorization: request.headers.authorization, text },
  }),
  'GET /moved': () => ({ status: 302, headers: { location: '/orders/42' }, body: {} }),
};

const server = createServer(async (request, response) => {
  let text = '';
  for await (const piece of request) text += piece;
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const route = routes[`${request.method} ${pathname}`];
  const {
    status = 200,
    headers = {},
    body,
  } = route?.(request, text) ?? { status: 404, body: { error: 'no such address' } };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ ...body, ...(search && { search }) }));
});

process.once('SIGTERM', () => process.exit(0));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
