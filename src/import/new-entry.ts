// Stage: import. An author's answers → the files of a new entry, and the lines that its source has to hold.
import type { z } from 'zod';
import { markAt } from '../model/mark.ts';
import { thaiDate, toArabicDigits, toThaiDigits } from '../model/numeral.ts';
import type { OfficeData } from '../model/office.ts';
import type { OrderData } from '../model/order.ts';
import type { PersonData } from '../model/person.ts';
import type { ProcedureData } from '../model/procedure.ts';
import type { Answers } from './answers.ts';
import { mdxFile, yamlFile } from './draft-file.ts';
import type { NewId } from './new-id.ts';
import { namesIn } from './person-names.ts';
import type { Project } from './questions.ts';
import { isoDate } from '../model/thai-date.ts';

export interface NewEntry {
  readonly id: string;
  /** Paths below the content folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What the entry says, as lines of its source. */
  readonly sourceLines: readonly string[];
}
/** A manual of its title page; its source, and its office where there is none yet. */
export function newManual(answers: Answers, known: Project, newId: NewId): NewEntry {
  const id = answers.maybe('id') ?? newId();
  const title = answers.one('title');
  const office = answers.one('office');
  const files = [
    {
      path: `manuals/${id}/manual.mdx`,
      text: mdxFile(
        {
          title: { text: title, basis: 'stated' },
          kind: 'book',
          seed: id,
          office: { ref: office, basis: 'editor' },
          parts: ['cover'],
        },
        [],
      ),
    },
    {
      path: `manuals/${id}/sections/cover.mdx`,
      text: mdxFile({ kind: 'cover', lines: [title] }, []),
    },
  ];
  if (!known.offices.some((other) => other.id === office)) {
    const data: z.input<typeof OfficeData> = {
      name: answers.one('office-name'),
      short: answers.one('office-short'),
      kind: answers.one('office-kind') as OfficeData['kind'],
      basis: 'editor',
    };
    files.push({ path: `offices/${office}.yaml`, text: yamlFile(data, []) });
  }
  return { id, files, sourceLines: [title] };
}

export function newProcedure(answers: Answers, newId: NewId): NewEntry {
  const id = answers.maybe('id') ?? newId();
  const [, number, title = ''] =
    /^([0-9๐-๙]+(?:\.[0-9๐-๙]+)*\.?)?\s*(.*)$/u.exec(answers.one('title')) ?? [];
  const stepsHeading = answers.maybe('steps-heading');
  const { numbering, texts, lines } = listOf(answers.all('step'));
  const data: z.input<typeof ProcedureData> = {
    number: title === '' ? undefined : number,
    title: title === '' ? answers.one('title') : title,
    audience: answers.one('audience') as ProcedureData['audience'],
    stepsHeading,
    numbering,
    steps: texts.map((text) => ({ id: newId(), text })),
  };
  return {
    id,
    files: [
      {
        path: `manuals/${answers.one('manual')}/procedures/${id}.mdx`,
        text: mdxFile(data, []),
      },
    ],
    sourceLines: [
      answers.one('title'),
      ...(stepsHeading === undefined ? [] : [stepsHeading]),
      ...lines,
    ],
  };
}

/** @throws Error where the office or the person of the answers is not known: the questions ask for one that is. */
export function newOrder(answers: Answers, known: Project, office: string, newId: NewId): NewEntry {
  const number = answers.one('number').replace(/\s/g, '');
  const date = answers.one('date');
  const iso = isoDate(date) ?? date;
  const name = known.offices.find(({ id }) => id === office)?.data.name;
  const person = known.people.find(({ id }) => id === answers.one('person'));
  if (name === undefined || !person) throw new Error(`no office ${office} or no person`);
  const printed = person.data.prefix + person.data.name;
  const { numbering, texts, lines } = listOf(answers.all('duty'));
  const usual = `${office}-${toArabicDigits(number).replace(/[^0-9]+/g, '-')}`;
  const id = answers.maybe('id') ?? (new Set(known.ids).has(usual) ? newId() : usual);
  const data: z.input<typeof OrderData> = {
    number,
    date: iso,
    office: { ref: office, basis: 'stated' },
    heading: `คำสั่ง${name}`,
    numberLine: `ที่ ${number}`,
    subjectLine: `เรื่อง ${answers.one('subject')}`,
    paragraphs: [`สั่ง ณ วันที่ ${iso === date ? officialDate(iso) : date}`],
    assignments: [
      {
        person: person.id,
        name: printed,
        post: answers.one('post'),
        numbering,
        duties: texts.map((text) => ({ id: newId(), text })),
      },
    ],
  };
  const { heading, numberLine, subjectLine, paragraphs } = data;
  return {
    id,
    files: [{ path: `manuals/${answers.one('manual')}/orders/${id}.mdx`, text: mdxFile(data, []) }],
    sourceLines: [
      heading,
      numberLine,
      subjectLine,
      ...paragraphs,
      `${printed} ${answers.one('post')}`,
      ...lines,
    ],
  };
}

/** @throws Error where the name has no prefix: the question asks for one. */
export function newPerson(answers: Answers, newId: NewId): NewEntry {
  const id = answers.maybe('id') ?? newId();
  const found = namesIn(answers.one('name'), 0)[0];
  if (!found) throw new Error('no name');
  const post = answers.maybe('post');
  const data: z.input<typeof PersonData> = {
    prefix: found.prefix,
    name: found.name,
    ...(post === undefined
      ? {}
      : {
          posts: [
            {
              title: post,
              printed: [post],
              office: { ref: answers.one('office'), basis: 'editor' },
            },
          ],
        }),
  };
  return { id, files: [{ path: `people/${id}.yaml`, text: yamlFile(data, []) }], sourceLines: [] };
}

/**
 * A list as typed: with its marks where each item carries the one that is its turn, else as plain texts.
 * The first mark says how they are numbered; without it they count in Thai digits.
 */
function listOf(typed: readonly string[]): {
  numbering: string;
  texts: string[];
  lines: string[];
} {
  const first = /^\(?[0-9๐-๙]+[.)]\s*(?=\S)/u.exec(typed[0] ?? '')?.[0].trim();
  const isMarked =
    first !== undefined &&
    typed.every((text, i) => {
      const mark = markAt(first, i);
      return text.startsWith(mark) && text.length > mark.length;
    });
  const numbering = isMarked ? first : '๑.';
  const texts = isMarked
    ? typed.map((text, i) => text.slice(markAt(numbering, i).length).trim())
    : [...typed];
  return { numbering, texts, lines: texts.map((text, i) => `${markAt(numbering, i)} ${text}`) };
}

/** `๗ มิถุนายน พ.ศ. ๒๕๖๒`, as orders print it. */
function officialDate(iso: string): string {
  return toThaiDigits(thaiDate(iso).replace(/ (?=\d+$)/, ' พ.ศ. '));
}
