// Stage: components. The library → the three doors of the home page: new officer, public, who does what.
import type { Library, Procedure } from '../model/library.ts';
import { handoutPath, officePath, procedurePath } from '../model/paths.ts';
import { standingDuties } from '../model/responsibility.ts';

export interface Door {
  readonly title: string;
  readonly lead: string;
  readonly links: readonly { readonly label: string; readonly path: string }[];
}

/** So many procedures stand on a door. */
const ON_A_DOOR = 3;

/** What the public comes for. */
export function publicProcedures({ procedures }: Library): Procedure[] {
  return procedures.filter(({ audience }) => audience !== 'staff');
}

/** The place of the list of these; undefined where the home page's door names them all. */
export function publicListPath(library: Library): string | undefined {
  return publicProcedures(library).length > ON_A_DOOR ? '/manuals/#public' : undefined;
}

/** Doors lead only to what is there: a site with no orders has no link to one, and one with nothing for the public no door for them. */
export function homeDoors(library: Library): Door[] {
  const forPublic = publicProcedures(library);
  const publicList = publicListPath(library);
  const forStaff = library.manuals
    .flatMap(({ procedures }) => procedures.find(({ audience }) => audience === 'staff') ?? [])
    .slice(0, ON_A_DOOR);
  const duties = standingDuties(library).length;
  const doors: Door[] = [
    {
      title: 'เจ้าหน้าที่ใหม่',
      lead: 'งานของกลุ่มมีอะไร แต่ละงานเริ่มจากตรงไหน',
      links: [
        ...forStaff.map(toLink),
        { label: `งานทั้งหมดที่มีขั้นตอน ${String(library.procedures.length)} งาน`, path: '/manuals/' },
      ],
    },
    {
      title: 'ประชาชน',
      lead: 'เรื่องที่ยื่นคำขอได้ และสำนักงานทำอะไรต่อ',
      links: [
        ...forPublic.slice(0, ON_A_DOOR).map((procedure) => ({
          label: publicName(procedure),
          path: handoutPath(procedure.ref),
        })),
        ...(publicList === undefined
          ? []
          : [
              { label: `เรื่องสำหรับประชาชนทั้งหมด ${String(forPublic.length)} เรื่อง`, path: publicList },
            ]),
      ],
    },
    {
      title: 'ใครทำอะไร',
      lead: `หา${inWords([
        ...(library.people.length > 0 ? ['จากชื่อ'] : []),
        ...(duties > 0 ? ['จากหน้าที่ในคำสั่ง'] : []),
        ...(library.tasks.length > 0 ? ['จากภารกิจ'] : []),
        'จากหน่วยงาน',
      ])}`,
      links: [
        ...(library.people.length > 0
          ? [{ label: `ผู้รับผิดชอบ ${String(library.people.length)} คน`, path: '/people/' }]
          : []),
        ...(duties > 0 ? [{ label: `หน้าที่ตามคำสั่ง ${String(duties)} ข้อ`, path: '/duties/' }] : []),
        ...(library.tasks.length > 0
          ? [{ label: `ภารกิจ ${String(library.tasks.length)} งาน`, path: '/tasks/' }]
          : []),
        ...(library.offices.length > 1
          ? [{ label: `หน่วยงาน ${String(library.offices.length)} แห่ง`, path: '/offices/' }]
          : library.offices.map(({ id, short }) => ({ label: short, path: officePath(id) }))),
      ],
    },
  ];
  return doors.filter(({ links }) => links.length > 0);
}

/** `จากชื่อ จากภารกิจ หรือจากหน่วยงาน`. */
function inWords(ways: readonly string[]): string {
  const last = ways.at(-1) ?? '';
  return ways.length < 2 ? last : `${ways.slice(0, -1).join(' ')} หรือ${last}`;
}

const toLink = (procedure: Procedure): { label: string; path: string } => ({
  label: procedure.title,
  path: procedurePath(procedure.ref),
});

/** Longer than this a title is an office's whole paragraph, and the public knows the work by another name. */
const SHORT_TITLE = 60;

function publicName({ title, aliases }: Procedure): string {
  const [first, second] = aliases.map(({ text }) => text);
  if (title.length <= SHORT_TITLE || first === undefined) return title;
  return second === undefined ? first : `${first} (${second})`;
}
