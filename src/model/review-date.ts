// Stage: model. Shared by both sides: when a manual was reviewed, and how often it is → when it is due again, and how near that is.

/** The day, as `2026-06-01`, some months after another; the month's last where it has no such day. */
export function dueDate(reviewed: string, everyMonths: number): string {
  const [year = 0, month = 1, day = 1] = reviewed.split('-').map(Number);
  const months = year * 12 + (month - 1) + everyMonths;
  const last = new Date(Date.UTC(0, 0, 1));
  last.setUTCFullYear(Math.floor(months / 12), (months % 12) + 1, 0);
  const due = [
    String(Math.floor(months / 12)).padStart(4, '0'),
    String((months % 12) + 1).padStart(2, '0'),
    String(Math.min(day, last.getUTCDate())).padStart(2, '0'),
  ];
  return due.join('-');
}

const DAY_MS = 86_400_000;
const DAYS_A_MONTH = 30.44;
/** Up to here one counts in days. */
const NEAR_DAYS = 60;

/** In words, and whether the day is past; both days as `2026-06-01`. */
export function untilDue(due: string, today: string): { words: string; overdue: boolean } {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
  if (days === 0) return { words: 'ครบกำหนดวันนี้', overdue: false };
  const far = Math.abs(days);
  const span =
    far <= NEAR_DAYS
      ? `${String(far)} วัน`
      : `ประมาณ ${String(Math.floor(far / DAYS_A_MONTH))} เดือน`;
  return days < 0
    ? { words: `เลยกำหนดมาแล้ว ${span}`, overdue: true }
    : { words: `อีก ${span}`, overdue: false };
}
