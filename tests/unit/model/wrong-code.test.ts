// wrong-code.ts → the errors of the TypeScript compiler: exactly where they are expected.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../../..');
const FILE = join(import.meta.dirname, 'wrong-code.ts');
const EXPECTED = /^ *\/\/ @ts-expect-error .*$/gm;

/** The lines (from 1) on which the compiler finds an error, in the file as it is or as `text` has it. */
function errorLines(text = ts.sys.readFile(FILE) ?? ''): number[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        assert.fail(ts.flattenDiagnosticMessageText(messageText, ' ')),
    },
  );
  assert.ok(config);
  const host = ts.createCompilerHost(config.options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === FILE ? text : read(name));
  const program = ts.createProgram([FILE], config.options, host);
  const source = program.getSourceFile(FILE);
  assert.ok(source);
  return [
    ...new Set(
      ts
        .getPreEmitDiagnostics(program, source)
        .map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line + 1),
    ),
  ];
}

test('code that breaks the model’s rules does not compile, and the right code beside it does', () => {
  const text = ts.sys.readFile(FILE) ?? '';
  const rules = [...text.matchAll(EXPECTED)].map(
    ({ index }) => text.slice(0, index).split('\n').length,
  );
  assert.ok(rules.length >= 25);
  // As it stands every error is expected; with the expectations gone, each line below one is an error, and no other.
  assert.deepEqual(errorLines(text), []);
  assert.deepEqual(
    errorLines(text.replaceAll(EXPECTED, '//')),
    rules.map((line) => line + 1),
  );
});

test('each expectation says which rule it stands for', () => {
  const text = ts.sys.readFile(FILE) ?? '';
  const reasons = [...text.matchAll(EXPECTED)].map(([line]) =>
    line.replace(/^.*@ts-expect-error /, ''),
  );
  assert.ok(reasons.every((reason) => reason.length > 15));
  assert.equal(new Set(reasons).size, reasons.length);
});
