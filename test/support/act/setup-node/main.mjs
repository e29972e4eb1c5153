const wanted = process.env['INPUT_NODE-VERSION'];
if (!process.version.startsWith(`v${wanted}.`)) throw new Error(`${process.version} is not Node ${wanted}`);
