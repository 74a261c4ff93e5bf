import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckboxField, RadioGroup, SelectField } from '../../web/src/ui/choice-field.tsx';
import { ErrorSummary, type FieldMessage } from '../../web/src/ui/error-summary.tsx';
import { FileField } from '../../web/src/ui/file-field.tsx';
import { DateField, TextArea, TextField } from '../../web/src/ui/text-field.tsx';
import { speak } from './support.ts';

beforeEach(() => speak('zh-CN'));
afterEach(cleanup);

const descriptionOf = (control: Element): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('one field', () => {
  it('a screen reader hears name, hint and error of a text field', () => {
    render(() => <TextField name="phone" label="手机号码" hint="11 位数字" error="请填写手机号码" />);
    const control = screen.getByLabelText('手机号码');
    expect(descriptionOf(control)).toBe('11 位数字 错误：请填写手机号码');
    expect(control.getAttribute('aria-invalid')).toBe('true');
  });

  it('a field without hint or error describes nothing and is not marked wrong', () => {
    render(() => <TextField name="phone" label="手机号码" />);
    const control = screen.getByLabelText('手机号码');
    expect(control.hasAttribute('aria-describedby')).toBe(false);
    expect(control.hasAttribute('aria-invalid')).toBe(false);
  });

  it('what need not be filled in says so in its name', () => {
    render(() => <DateField name="day" label="日期" optional />);
    expect(descriptionOf(screen.getByLabelText('日期（选填）'))).toContain('例如');
  });

  it('text past the limit is kept and counted, not cut off', () => {
    render(() => <TextArea name="text" label="什么事" limit={5} />);
    const control = screen.getByLabelText('什么事');
    expect(descriptionOf(control)).toBe('还可以输入 5 字');
    fireEvent.input(control, { target: { value: '路灯坏了三天' } });
    expect(control).toHaveProperty('value', '路灯坏了三天');
    expect(descriptionOf(control)).toBe('超出 1 字');
  });

  it('a choice reports the value chosen', () => {
    const chosen: string[] = [];
    const onChange = (value: string) => chosen.push(value);
    const options = [
      { value: 'road', label: '道路' },
      { label: '住房', options: [{ value: 'leak', label: '漏水' }] },
    ];
    render(() => (
      <SelectField name="category" label="类别" options={options} value="road" onChange={onChange} />
    ));
    const control = screen.getByLabelText('类别');
    expect(control).toHaveProperty('value', 'road');
    fireEvent.change(control, { target: { value: 'leak' } });
    expect(chosen).toEqual(['leak']);
  });

  it('answers to one question are read with the question and its error', () => {
    const options = [
      { value: 'yes', label: '是' },
      { value: 'no', label: '否' },
    ];
    render(() => <RadioGroup name="urgent" label="是否紧急" options={options} error="请选择" value="no" />);
    const group = screen.getByRole('group', { name: '是否紧急' });
    expect(descriptionOf(group)).toBe('错误：请选择');
    expect(within(group).getByLabelText('否')).toHaveProperty('checked', true);
  });

  it('consent is given by the box and by its words', () => {
    const [agreed, setAgreed] = createSignal(false);
    render(() => <CheckboxField name="consent" label="我同意" checked={agreed()} onChange={setAgreed} />);
    fireEvent.click(screen.getByText('我同意'));
    expect(agreed()).toBe(true);
  });
});

describe('photos', () => {
  // jsdom draws no pictures and so has no addresses for them.
  beforeEach(() => {
    URL.createObjectURL = () => 'blob:photo';
    URL.revokeObjectURL = vi.fn<(url: string) => void>();
  });

  const photo = (name: string): File => new File(['x'], name, { type: 'image/jpeg' });

  it('photos over the allowed number are left out, the earliest kept', () => {
    const [files, setFiles] = createSignal<readonly File[]>([photo('1.jpg')]);
    render(() => <FileField name="photos" label="照片" files={files()} onChange={setFiles} most={2} />);
    const control = screen.getByLabelText('照片');
    Object.defineProperty(control, 'files', { value: [photo('2.jpg'), photo('3.jpg')], configurable: true });
    fireEvent.change(control);
    expect(files().map((file) => file.name)).toEqual(['1.jpg', '2.jpg']);
  });

  it('a photo taken back is gone, its preview freed, and the focus is where the next can be added', () => {
    const [files, setFiles] = createSignal<readonly File[]>([photo('1.jpg'), photo('2.jpg')]);
    render(() => <FileField name="photos" label="照片" files={files()} onChange={setFiles} most={3} />);
    fireEvent.click(screen.getByRole('button', { name: '移除照片 1.jpg' }));
    expect(files().map((file) => file.name)).toEqual(['2.jpg']);
    expect(URL.revokeObjectURL).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(screen.getByLabelText('照片'));
  });
});

describe('the list of errors', () => {
  const Form = (props: { errors: readonly FieldMessage[] }) => (
    <>
      <ErrorSummary errors={props.errors} />
      <TextField name="where.village" label="村居" />
      <RadioGroup name="urgent" label="是否紧急" options={[{ value: 'yes', label: '是' }]} />
    </>
  );

  it('does not show while there is none', () => {
    render(() => <Form errors={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the focus when it appears, and again after the next try', () => {
    const [errors, setErrors] = createSignal<readonly FieldMessage[]>([]);
    render(() => <Form errors={errors()} />);
    setErrors([{ name: 'where.village', message: '请选择村居' }]);
    expect(document.activeElement).toBe(screen.getByRole('alert', { name: '有内容需要修改' }));
    screen.getByLabelText('村居').focus();
    setErrors([{ name: 'where.village', message: '请选择村居' }]);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('each error leads to its field; that of a group to the first answer', () => {
    const errors = [
      { name: 'where.village', message: '请选择村居' },
      { name: 'urgent', message: '请选择是否紧急' },
    ];
    render(() => <Form errors={errors} />);
    fireEvent.click(screen.getByRole('link', { name: '请选择村居' }));
    expect(document.activeElement).toBe(screen.getByLabelText('村居'));
    fireEvent.click(screen.getByRole('link', { name: '请选择是否紧急' }));
    expect(document.activeElement).toBe(screen.getByLabelText('是'));
  });

  it('an error about the whole form leads nowhere', () => {
    render(() => <Form errors={[{ name: '', message: '请稍后再试' }]} />);
    expect(screen.getByRole('alert').textContent).toContain('请稍后再试');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
