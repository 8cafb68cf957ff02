// The worked example of /about/authors/, run step by step as a new author types it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { guideSteps, typed } from '../../../src/components/author-guide.ts';
import { workThrough } from '../../author-guide.ts';

const folder = mkdtempSync(join(tmpdir(), 'khumue-guide-'));
after(() => rmSync(folder, { recursive: true }));

test('each command of the guide does what the guide says', () => {
  let done = 0;
  for (const { step, command, status, out } of workThrough(folder)) {
    assert.equal(status, 0, `${step.id}: ${typed(command)}\n${out}`);
    assert.ok(out.includes(command.says), `${step.id}: ${typed(command)}\n${out}`);
    done++;
  }
  assert.equal(done, guideSteps.flatMap(({ commands }) => commands).length);
});

test('a command stands on the page as every shell takes it', () => {
  assert.equal(
    typed({ script: 'new', words: ['person', '--name=นายสมาน เก่งดี', '--id=saman'], says: '' }),
    'npm run new -- person "--name=นายสมาน เก่งดี" --id=saman',
  );
  assert.equal(typed({ script: 'check', words: [], says: '' }), 'npm run check');
  for (const { commands } of guideSteps)
    for (const command of commands)
      assert.doesNotMatch(typed(command).replace(/"[^"$`\\!]*"/g, ''), /[$`\\!"]/);
});
