// Stage: components. A procedure's form → the fields that the source states, and the names of the silent ones.
import { type Form, type FormField, formFields } from '../model/procedure.ts';

export interface StatedField {
  readonly label: string;
  /** Empty where the source says that there is none. */
  readonly values: readonly string[];
}

/** Stated fields in the official form's order; the labels of those on which the source is silent. */
export function formView(form: Form): { stated: StatedField[]; silent: string[] } {
  const stated: StatedField[] = [];
  const silent: string[] = [];
  for (const [field, label] of Object.entries(formFields) as [FormField, string][]) {
    const value = form[field];
    if (value === 'not-stated') silent.push(label);
    else stated.push({ label, values: value === 'none' ? [] : [value].flat() });
  }
  return { stated, silent };
}
