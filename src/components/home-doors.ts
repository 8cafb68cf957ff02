// Stage: components. The library → the three doors of the home page: new officer, public, who does what.
import type { Library, Procedure } from '../model/library.ts';
import { itemPath, manualPath, officePath, procedurePath } from '../model/paths.ts';

export interface Door {
  readonly title: string;
  readonly lead: string;
  readonly links: readonly { readonly label: string; readonly path: string }[];
}

/** Doors lead only to what is there: a site with no orders has no link to one. */
export function homeDoors(library: Library): Door[] {
  const forPublic = library.procedures.filter(({ audience }) => audience !== 'staff');
  const forStaff = library.manuals
    .flatMap(({ procedures }) =>
      procedures.filter(({ audience }) => audience === 'staff').slice(0, 2),
    )
    .slice(0, 2);
  const order = library.orders[0];
  const firstDuty = order?.assignments[0]?.duties[0];
  const scoped = library.manuals.find(({ tasks }) => tasks.length > 0);
  return [
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
      links: forPublic
        .slice(0, 3)
        .map((procedure) => ({ ...toLink(procedure), label: publicName(procedure) })),
    },
    {
      title: 'ใครทำอะไร',
      lead: 'หาจากหน้าที่ในคำสั่ง จากภารกิจ หรือจากหน่วยงาน',
      links: [
        ...(order && firstDuty
          ? [{ label: `หน้าที่ตามคำสั่ง ${order.number}`, path: itemPath(order.manual, firstDuty.id) }]
          : []),
        ...(scoped
          ? [{ label: `ภารกิจ ${String(library.tasks.length)} งาน`, path: manualPath(scoped.id) }]
          : []),
        ...(library.offices.length > 1
          ? [{ label: `หน่วยงาน ${String(library.offices.length)} แห่ง`, path: '/offices/' }]
          : library.offices.map(({ id, short }) => ({ label: short, path: officePath(id) }))),
      ],
    },
  ];
}

const toLink = (procedure: Procedure): { label: string; path: string } => ({
  label: procedure.title,
  path: procedurePath(procedure.ref),
});

/** The public's own words, where an editor knows them: the title may be an office's whole paragraph. */
function publicName(procedure: Procedure): string {
  return procedure.aliases.length === 0
    ? procedure.title
    : procedure.aliases
        .slice(0, 2)
        .map(({ text }) => text)
        .join(' ');
}
