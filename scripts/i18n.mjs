// npm run i18n [-- --write]: lists, for each locale, the messages that it lacks, that it has in vain and that are invalid.
// --write: adds an empty entry for each missing message and removes the unused ones. Fails if an offered locale is not complete.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const { module } = await runnerImport(`${root}config/i18n/localeFiles.ts`, {
  configFile: false,
  root,
  logLevel: 'warn',
});
const { checkLocales, readMessages, updatedFile, writeLocaleFile } = module;

const used = readMessages();
for (const fault of used.faults) console.log(fault);
if (used.faults.length > 0) process.exitCode = 1;

for (const { id, offered, file, check } of checkLocales(used)) {
  const { missing, unused, faults } = check;
  const sum = `${missing.length} missing, ${unused.length} unused, ${faults.length} invalid`;
  console.log(`${id}: ${used.messages.size - missing.length} of ${used.messages.size} messages; ${sum}`);
  for (const message of missing) console.log(`  missing  ${quote(message)} (${used.messages.get(message)})`);
  // With their translations, which can be reused where a message was only reworded.
  for (const message of unused) console.log(`  unused   ${quote(message)}: ${quote(file.messages[message])}`);
  for (const fault of faults) console.log(`  invalid  ${fault}`);
  if (values.write) writeLocaleFile(id, updatedFile(file, check));
  if (offered && missing.length + unused.length + faults.length > 0) process.exitCode = 1;
}

function quote(text) {
  return JSON.stringify(text);
}
