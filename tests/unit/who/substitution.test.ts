// Duties of standing in → who stands in for a person or a post, in which rank, and who behind them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chainOfPerson,
  chainOfPost,
  holdersOf,
  postsWithStandIns,
  standIns,
  type ChainLink,
} from '../../../src/model/substitution.ts';
import { built, fiveManuals, inventedOffice } from './offices.ts';

const real = fiveManuals();
const office = inventedOffice();

/** `thotlong 1 > chamlong`: who, in which rank, then those behind. */
const shape = (links: readonly ChainLink[]): unknown[] =>
  links.map(({ standIn: { by, rank }, next }) => [by.id, rank, ...shape(next)]);

const actor = (id: string): Parameters<typeof chainOfPost>[1] => {
  const found = office.library.office('example-9').actors.find((one) => one.id === id);
  assert.ok(found);
  return found;
};

test('third in rank is known, and that first and second are not', () => {
  const [post] = postsWithStandIns(real.library);
  assert.ok(post);
  const chain = chainOfPost(post.office, post.actor, real.library);
  assert.deepEqual(shape(chain.links), [['boonjan', 3]]);
  assert.deepEqual(chain.missingRanks, [1, 2]);
  assert.deepEqual(holdersOf(post.office, post.actor, real.library), []);
});

test('nobody stands in for a person where no source says so', () => {
  const chain = chainOfPerson(real.library.person('boonjan'), real.library);
  assert.deepEqual(chain, { links: [], missingRanks: [] });
});

test('a person is stood in for by name', () => {
  const chain = chainOfPerson(real.library.person('phanalak-khamlai'), real.library);
  assert.deepEqual(shape(chain.links), [['boonjan', undefined]]);
});

test('a head has stand-ins by rank; whoever is next in rank does not stand behind as well', () => {
  const chain = chainOfPost(
    office.library.office('example-9'),
    actor('services-head'),
    office.library,
  );
  assert.deepEqual(shape(chain.links), [
    ['thotlong', 1],
    ['chamlong', 2],
    ['mai-iam', 3, ['mathilang', undefined]],
  ]);
  assert.deepEqual(chain.missingRanks, []);
});

test('behind a head’s stand-in stand those of the post that the stand-in holds', () => {
  const chain = chainOfPost(office.library.office('example-9'), actor('director'), office.library);
  assert.deepEqual(shape(chain.links), [
    ['sommut', 1, ['thotlong', 1], ['chamlong', 2], ['mai-iam', 3, ['mathilang', undefined]]],
    ['sathit', 2, ['thiam', 1]],
  ]);
});

test('the holder of a post is who the standing order assigns under it, not who held it before', () => {
  const holders = holdersOf(
    office.library.office('example-9'),
    actor('plans-head'),
    office.library,
  );
  assert.deepEqual(
    holders.map(({ id }) => id),
    ['sathit'],
  );
});

test('people who stand in for each other are no endless chain', () => {
  const { files } = office;
  const twice = built({
    ...files,
    content: files.content.map((file) =>
      file.path.endsWith('example-9-24-2567.mdx')
        ? {
            ...file,
            // The substitution of one person is turned to the one who stands in for them.
            text: file.text.replace(
              'person: chamlong\n          when',
              'person: mathilang\n          when',
            ),
          }
        : file,
    ),
  });
  const ids = standIns(twice.library).flatMap(({ by, away }) =>
    away.type === 'person' ? [`${by.id} for ${away.person.id}`] : [],
  );
  assert.ok(ids.includes('mai-iam for mathilang') && ids.includes('mathilang for mai-iam'));
  const chain = chainOfPerson(twice.library.person('mathilang'), twice.library);
  assert.deepEqual(shape(chain.links), [['mai-iam', undefined]]);
});
