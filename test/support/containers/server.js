// Serves HTTP on 8080: what it was told by GREETING, and what it gets from another service at the path /ask?<url>.
const { createServer, get } = require('node:http');

createServer((request, response) => {
  const [, url] = request.url.split('/ask?');
  if (url === undefined) return response.end(process.env.GREETING ?? 'hello');
  get(url, (other) => other.pipe(response)).on('error', (error) =>
    response.writeHead(502).end(error.message),
  );
}).listen(8080, () => console.log(`listening, greeting ${process.env.GREETING}`));

process.on('SIGTERM', () => process.exit(0));
