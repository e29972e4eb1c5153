// Does not end when it is asked to.
process.on('SIGTERM', () => console.log('no'));
setInterval(() => undefined, 60_000);
console.log('ready');
