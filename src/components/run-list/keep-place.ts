// Stage: components. A list that is built anew → the same parts open, and the keyboard where it was.

export function keepPlace(host: HTMLElement, build: () => void): void {
  const focused = host.contains(document.activeElement) ? document.activeElement : undefined;
  const run = focused?.closest<HTMLElement>('[data-run-id]')?.dataset['runId'];
  const kept = (): HTMLDetailsElement[] => [
    ...host.querySelectorAll<HTMLDetailsElement>('details[data-keep]'),
  ];
  const open = kept()
    .filter((part) => part.open)
    .map(({ dataset }) => dataset['keep']);
  build();
  for (const part of kept()) part.open = open.includes(part.dataset['keep']);
  if (!focused) return;
  const row = host.querySelector<HTMLElement>(`[data-run-id="${run ?? ''}"] summary`);
  // A run that went to a group which is closed is behind the group's own line.
  const group = row?.closest<HTMLDetailsElement>('.run-group:not([open])');
  const same = focused.id ? document.getElementById(focused.id) : null;
  (group?.querySelector('summary') ?? row ?? same)?.focus();
}
