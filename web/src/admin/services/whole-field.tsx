import type { Component } from 'solid-js';
import { TextField } from '../../ui/text-field.tsx';

/** A whole number as it is typed, full-width digits too; what is none stays, for the contract to say so. */
export const wholeIn = (text: string): number | string | undefined => {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  return /^-?\d+$/.test(plain) ? Number(plain) : plain;
};

interface WholeFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  value: string;
  onInput: (value: string) => void;
  error?: string | undefined;
}

export const WholeField: Component<WholeFieldProps> = (props) => (
  <TextField {...props} inputmode="numeric" autocomplete="off" width="short" />
);
