// Writes 30 lines, and ends with code 3 before anybody can use it.
for (let line = 1; line <= 30; line++) console.error(`line ${line}`);
process.exitCode = 3;
