// Stage: form. Fields that refer to something, and the content that it stands in → the choices of those fields, by title. Runs on both sides: the configuration names what is referred to, the page's script offers what the chosen folder has.
import { contentPlace } from '../authoring/content-place.ts';
import { isRecord, type FormData } from './form-data.ts';
import type { Field } from './fields.ts';

type Kind = 'office' | 'unit' | 'actor' | 'person' | 'task' | 'procedure';
interface Choice {
  readonly label: string;
  readonly value: string;
}
export type Choices = Readonly<Record<Kind, readonly Choice[]>>;

/** By the field's name, and where that is `ref` by the one it stands in. What is not here (a step, a part) is typed as an id. */
const kinds: Readonly<Record<string, Kind>> = {
  'office.ref': 'office',
  'unit.ref': 'unit',
  'authors.ref': 'person',
  'task.ref': 'task',
  'tasks.ref': 'task',
  'procedures.ref': 'procedure',
  person: 'person',
  signatory: 'person',
  actor: 'actor',
  'to[]': 'actor',
};

/** A field to be filled by withChoices(), or undefined for one that refers to nothing. */
export function referenceField(
  within: string,
  name: string,
  many: boolean,
): ({ widget: 'select' } & Record<string, unknown>) | undefined {
  const key = many ? `${name}[]` : name;
  const kind = kinds[`${within}.${key}`] ?? kinds[key];
  return kind && { widget: 'select', options: kind, ...(many ? { multiple: true } : {}) };
}

/** The configuration's fields with their choices. */
export function withChoices(fields: readonly Field[], choices: Choices): Field[] {
  return fields.map((field) => ({
    ...field,
    ...(typeof field['options'] === 'string' ? { options: choices[field['options'] as Kind] } : {}),
    ...(field['fields'] ? { fields: withChoices(field['fields'] as Field[], choices) } : {}),
    ...(field['field'] ? { field: withChoices([field['field'] as Field], choices)[0] } : {}),
  }));
}

/** @param files paths below the content folder, and what is in them */
export function choicesFrom(files: readonly { path: string; data: FormData }[]): Choices {
  const found: Record<Kind, Map<string, string>> = {
    office: new Map(),
    unit: new Map(),
    actor: new Map(),
    person: new Map(),
    task: new Map(),
    procedure: new Map(),
  };
  const add = (kind: Kind, value: string, label: unknown): void => {
    const words = typeof label === 'string' && label ? label : value;
    const before = found[kind].get(value);
    // Two offices can call an actor by the same id.
    if (before === undefined) found[kind].set(value, words);
    else if (!before.split(' / ').includes(words)) found[kind].set(value, `${before} / ${words}`);
  };
  for (const { path, data } of files) {
    const place = contentPlace(path);
    if (place?.type === 'office') {
      add('office', place.id, data['name']);
      for (const unit of records(data['units']))
        add(
          'unit',
          `${place.id}/${text(unit['id'])}`,
          `${text(unit['name'])} ${text(data['short'])}`,
        );
      for (const actor of records(data['actors'])) add('actor', text(actor['id']), actor['title']);
    } else if (place?.type === 'person')
      add('person', place.id, `${text(data['prefix'])}${text(data['name'])}`);
    else if (place?.type === 'procedure')
      add('procedure', `${place.manual}/${place.id}`, data['title']);
    else if (place?.type === 'section')
      for (const group of records(data['groups']))
        for (const task of [group, ...records(group['tasks'])])
          add('task', `${place.manual}/${text(task['id'])}`, task['text']);
  }
  const sorted = (kind: Kind): Choice[] =>
    [...found[kind]]
      .map(([value, label]) => ({ label, value }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'th'));
  return {
    office: sorted('office'),
    unit: sorted('unit'),
    actor: sorted('actor'),
    person: sorted('person'),
    task: sorted('task'),
    procedure: sorted('procedure'),
  };
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
