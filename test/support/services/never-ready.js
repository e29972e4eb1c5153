// Runs, says so, and never does more.
console.log('still loading');
setInterval(() => undefined, 60_000);
