// Stage: model. Things of the model → their addresses, from the site's root (without the base path). They are public.

export const manualPath = (manual: string): string => `/manuals/${manual}/`;
export const partPath = (manual: string, part: string): string => `${manualPath(manual)}#${part}`;
/** `ref` is `<manual>/<procedure>`. */
export const procedurePath = (ref: string): string => `/manuals/${ref}/`;
export const stepAnchor = (step: string): string => `step-${step}`;
export const stepPath = (ref: string, step: string): string => `${procedurePath(ref)}#${stepAnchor(step)}`;
export const officePath = (office: string): string => `/offices/${office}/`;
export const sourcePath = (seed: string, line?: number): string => `/sources/${seed}/${line === undefined ? '' : `#L${String(line)}`}`;
