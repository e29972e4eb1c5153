// Writes a prompt and no line end; ends with the rest of the line when it is asked to.
process.on('SIGTERM', () => process.stdout.write('bye', () => process.exit(0)));
setInterval(() => undefined, 60_000);
process.stdout.write('\u001b[32mready\u001b[0m> ');
