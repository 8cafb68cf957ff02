// Stage: import. Names found in a manual and the people that are known → who is who, and files for those who are new.
import type { PersonData } from '../model/person.ts';
import { compact } from '../source/align.ts';
import { finding, type Finding } from './finding.ts';
import type { NewId } from './new-id.ts';
import { maySpellOnePerson, type FoundName } from './person-names.ts';

export interface KnownPerson {
  readonly id: string;
  readonly data: Pick<PersonData, 'prefix' | 'name' | 'spellings'>;
}
interface NewPerson {
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly spellings: string[];
  readonly posts: string[];
}

export class PeopleDrafter {
  readonly findings: Finding[] = [];
  readonly created: NewPerson[] = [];
  readonly #known: readonly KnownPerson[];
  readonly #newId: NewId;

  constructor(known: readonly KnownPerson[], newId: NewId) {
    this.#known = known;
    this.#newId = newId;
  }

  /** The id of the person whose name this is; a new one where nobody is called so. */
  idOf({ prefix, name, line }: FoundName, post = ''): string {
    const known = this.#known.find(({ data }) =>
      [data.name, ...data.spellings].some((spelling) => compact(spelling) === compact(name)),
    );
    if (known) return known.id;
    let person = this.created.find((other) => [other.name, ...other.spellings].includes(name));
    if (!person) {
      person = this.created.find((other) => maySpellOnePerson(other.name, name));
      if (person) {
        person.spellings.push(name);
        this.findings.push(finding('same-person', line, { name, other: person.name }));
      } else {
        person = { id: this.#newId(), prefix, name, spellings: [], posts: [] };
        this.created.push(person);
        this.findings.push(finding('new-person', line, { name: prefix + name }));
      }
    }
    if (post !== '' && !person.posts.includes(post)) person.posts.push(post);
    return person.id;
  }

  /** The files of the new people, as the model has them. */
  files(office: string, unit: string | undefined): { id: string; data: PersonData }[] {
    return this.created.map(({ id, prefix, name, spellings, posts }) => ({
      id,
      data: {
        prefix,
        name,
        spellings,
        posts: posts.map((title) => ({
          title,
          printed: [title],
          office: { ref: office, basis: 'stated' as const },
          ...(unit === undefined
            ? {}
            : { unit: { ref: `${office}/${unit}`, basis: 'stated' as const } }),
        })),
      },
    }));
  }
}
