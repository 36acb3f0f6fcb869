import { readFile } from 'node:fs/promises';
import { readText } from '../io/built-in-node.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  read: readText,
  readFile: (path) => readFile(path),
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
