// Says what it was started with.
console.log(
  JSON.stringify({
    cwd: process.cwd(),
    args: process.argv.slice(2),
    greeting: process.env.GREETING,
    inherited: process.env.INHERITED,
  }),
);
setInterval(() => undefined, 60_000);
