// The environment → what is wrong with the settings of a site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingProblems } from '../../../src/commands/settings.ts';

test('settings as they have to be, or none, are right', () => {
  for (const environment of [
    {},
    { SITE_URL: '', BASE_PATH: '', KHUMUE_NAMES: '', KHUMUE_OFFLINE: '', KHUMUE_PICTURES: '' },
    { SITE_URL: 'https://office.go.th', BASE_PATH: '/khumue', KHUMUE_PICTURES: 'on' },
    { SITE_URL: 'http://localhost:8080/', BASE_PATH: 'khumue/loei-1/', KHUMUE_OFFLINE: 'off' },
    { BASE_PATH: '/', KHUMUE_NAMES: 'hidden' },
  ])
    assert.deepEqual(settingProblems(environment), []);
});

test('each that is wrong is said, with what it is and what it may be', () => {
  const environment = {
    SITE_URL: 'office.go.th',
    BASE_PATH: 'https://office.go.th/khumue',
    KHUMUE_NAMES: 'hide',
    KHUMUE_OFFLINE: 'On',
    KHUMUE_PICTURES: 'yes',
  };
  const problems = settingProblems(environment);
  assert.equal(problems.length, 5);
  for (const [name, value] of Object.entries(environment))
    assert.ok(
      problems.some((one) => one.startsWith(`${name} เป็น “${value}”`)),
      name,
    );
});

test('a path in SITE_URL belongs into BASE_PATH', () => {
  const [problem = ''] = settingProblems({ SITE_URL: 'https://office.go.th/khumue' });
  assert.match(problem, /https:\/\/office\.go\.th ส่วน \/khumue ให้ใส่ใน BASE_PATH/);
});
