// Tells what subjects the schema registry at SCHEMA_REGISTRY_URL has.
const url = `${process.env.SCHEMA_REGISTRY_URL}/subjects`;
fetch(url)
  .then((response) => response.text())
  .then((subjects) => console.log(`subjects ${subjects}`));

process.on('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 60_000);
