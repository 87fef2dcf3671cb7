import { useCallback, useRef, useState } from 'react';
import { errorStatus, refusal } from '../api/errorStatus';
import { type Action, useAction } from './useAction';
import { type FormDraft, useFormDraft } from './useFormDraft';

/** Elements that take the focus, in every sort of field. */
const focusable = 'input:not([hidden]), textarea, [role="spinbutton"]';

type Field<T> = keyof T & string;
type TextField<T> = {
  [K in Field<T>]: T[K] extends string ? K : never;
}[Field<T>];

/** What is wrong with each field, in the order in which they stand. */
export type FormProblems<T> = {
  readonly [K in Field<T>]?: string | false | null;
};

/** Place of a field, and what is wrong with it once the form was sent. */
export interface FormField {
  readonly ref: (element: HTMLElement | null) => void;
  readonly problem?: string;
}

/** A form: what it holds, what is wrong with that, and how it is sent. */
export interface Form<T extends object, R> extends FormDraft<T>, Action {
  field(name: Field<T>): FormField;
  /** All props of a field of text but its label. */
  text(name: TextField<T>): {
    readonly ref: FormField['ref'];
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly validationBehavior: 'aria';
    readonly validate: () => string | null;
  };
  /**
   * Sends the form, or leads to the first field that is not right yet. A draft
   * that was sent is dropped; after an error it stays.
   */
  submit(onSent: (result: R) => void | Promise<void>): void;
  /** Leads to a field and says what is wrong, until the field is changed. */
  refuse(name: Field<T>, problem: string): void;
  /** Leads to a field. */
  focus(name: Field<T>): void;
  /** Takes the error away, as the reader goes on from what there is now. */
  forget(): void;
}

const noProblems = () => ({});

/** What the answer said about a field, of the value that it had. */
interface Refused {
  readonly field: string;
  readonly problem: string;
  readonly value: unknown;
}

/**
 * The one way to write a form: keeps what is typed, checks it, sends it once, and
 * says what is wrong where it can be mended.
 */
export function useForm<T extends object, R = void>(options: {
  /** Names the form, for its draft to be kept; absent: none is. */
  name?: string;
  /** Content of an untouched form. */
  initial: T;
  problems?: (draft: T) => FormProblems<T>;
  /** Fields by their names in the request, where those are others. */
  sentAs?: Readonly<Record<string, Field<T>>>;
  send: (draft: T) => Promise<R>;
}): Form<T, R> {
  const { problems = noProblems, sentAs = {}, send } = options;
  const kept = useFormDraft(options.name, options.initial);
  const { draft } = kept;
  const action = useAction();
  const [isTried, setIsTried] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [forgotten, setForgotten] = useState<Error>();
  const elements = useRef(new Map<string, HTMLElement | null>());
  const again = useRef<() => void>();
  // What is sent again is what the form holds by then: it may have been mended.
  const latest = useRef({ draft, problems, send });
  latest.current = { draft, problems, send };

  const focus = useCallback((name: string) => {
    const element = elements.current.get(name);
    const input =
      element?.querySelector<HTMLElement>(focusable) ??
      element?.querySelector('button');
    input?.focus();
  }, []);
  const refuse = (name: Field<T>, problem: string) => {
    const { [name]: value } = latest.current.draft;
    setRefused({ field: name, problem, value });
    focus(name);
  };
  const found: FormProblems<T> = isTried ? problems(draft) : {};
  const problemOf = (name: Field<T>): string | undefined => {
    const isRefused = refused?.field === name && refused.value === draft[name];
    return found[name] || (isRefused ? refused.problem : undefined);
  };

  const submit: Form<T, R>['submit'] = onSent => {
    const { draft: sent, problems: problemsOf, send: sendNow } = latest.current;
    const wrong: FormProblems<T> = problemsOf(sent);
    const first = Object.keys(wrong).find(name => wrong[name as Field<T>]);
    setIsTried(true);
    setRefused(undefined);
    if (first) {
      focus(first);
      return;
    }
    again.current = () => submit(onSent);
    action.run(async () => {
      const result = await sendNow(sent).catch((error: Error) => {
        const [name, problem] = refusedField(error);
        const field = sentAs[name] ?? name;
        if (field in sent) refuse(field as Field<T>, problem);
        throw error;
      });
      again.current = () => action.run(async () => onSent(result));
      kept.drop();
      setIsTried(false);
      await onSent(result);
    });
  };
  const run: Action['run'] = change => {
    again.current = () => action.run(change);
    action.run(change);
  };
  const field = (name: Field<T>): FormField => ({
    ref: element => {
      elements.current.set(name, element);
    },
    problem: problemOf(name),
  });
  return {
    ...kept,
    isPending: action.isPending,
    error: action.error === forgotten ? undefined : action.error,
    run,
    retry: () => again.current?.(),
    submit,
    refuse,
    focus,
    forget: () => setForgotten(action.error),
    field,
    text: name => ({
      ref: field(name).ref,
      value: draft[name] as string,
      onChange: value => kept.change({ [name]: value } as Partial<T>),
      validationBehavior: 'aria',
      validate: () => problemOf(name) ?? null,
    }),
  };
}

/** The field that a refusal begins with: "expiresAt: must be later than now". */
function refusedField(error: Error): readonly [string, string] {
  const text = errorStatus(error) === 400 ? refusal(error) ?? '' : '';
  const [, name = '', problem = ''] = /^(\w+): (.+)$/s.exec(text) ?? [];
  return [name, problem];
}
