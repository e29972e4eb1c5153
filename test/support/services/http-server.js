// Serves HTTP on PORT; answers 503 to its first two requests.
import { createServer } from 'node:http';

let answers = 0;
createServer((_request, response) => {
  response.statusCode = ++answers > 2 ? 204 : 503;
  response.end();
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
