// Unit tests: an office's files → what the checks print of charts in its manuals' prose.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { readOffice } from '../../../src/authoring/read-office.ts';
import { checkOffice } from '../../../src/commands/check-office.ts';

const FIXTURE = 'tests/fixtures/office';
const office = readOffice({ content: `${FIXTURE}/content`, seeds: `${FIXTURE}/seeds` });
// Without the chart that it has: a file without any is not looked into.
const files = {
  ...office,
  content: office.content.filter(({ text }) => !text.includes('mermaid')),
};
const PART = 'manuals/example-services/sections/preface.mdx';

for (const fence of ['```', '````', '~~~'])
  test(`a chart behind ${fence} that cannot be drawn is told, with its line`, async () => {
    const content = files.content.map((file) =>
      file.path === PART
        ? { ...file, text: `${file.text}\n${fence}mermaid\nflowchart TD\n  a -->\n${fence}\n` }
        : file,
    );
    const error = mock.method(console, 'error', () => undefined);
    try {
      assert.equal(await checkOffice({ ...files, content }), undefined);
    } finally {
      error.mock.restore();
    }
    const printed = error.mock.calls.map(({ arguments: [line] }) => String(line));
    assert.match(printed.join('\n'), /preface\.mdx:\d+ mermaid — /);
  });
